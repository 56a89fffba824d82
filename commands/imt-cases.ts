import type { Command, MessageReply, Services } from '../src/command.ts';
import { findSimilarCases } from '../src/evidence/cases/find-similar-cases.ts';
import { parseCaseQuestion } from '../src/evidence/cases/parse-case-question.ts';
import { actionIds } from '../src/views/action-ids.ts';
import { caseOverview } from '../src/views/cases/case-overview.ts';
import { similarCases } from '../src/views/cases/similar-cases.ts';
import { statementsDialog } from '../src/views/statements-dialog.ts';
import { privately } from './privately.ts';
import { shared } from './shared.ts';

type Knowledge = Pick<Services, 'knowledge'>;

const examples: Command['examples'] = [
  { text: '/imt-cases orbit', does: 'published cases and series of a site' },
  {
    text: '/imt-cases age 26 trachea ALK-negative unresected',
    does: 'the closest published cases: what matches, what differs',
  },
];

/** `/imt-cases`: the published cases as a registry, asked by typed parts and never by a chart. */
export const imtCases: Command = {
  name: '/imt-cases',
  description: 'Similar published cases: treatment, dose and outcome side by side, with sources',
  usageHint: '[age 26] [site] [ALK-negative] [unresected]',
  examples,
  async run({ text }, services) {
    const isHelp = ['', 'help'].includes(text.trim().toLowerCase());
    return isHelp ? overview(services) : similar(text, services);
  },
  actions: [
    {
      id: actionIds.shareCases,
      run: async (request, services) => shared(similar(request.value, services), request),
    },
    {
      id: actionIds.seriesStatements,
      async run({ value }, { knowledge }) {
        const { statements } = findSimilarCases(parseCaseQuestion(value, knowledge.caseSites), knowledge);
        return { kind: 'dialog', view: statementsDialog('Series and cohorts', statements, knowledge) };
      },
    },
  ],
};

function similar(text: string, { knowledge }: Knowledge): MessageReply {
  const asked = parseCaseQuestion(text, knowledge.caseSites);
  return privately(
    'Similar published cases',
    similarCases(asked, findSimilarCases(asked, knowledge), knowledge),
  );
}

function overview({ knowledge }: Knowledge): MessageReply {
  return privately('Published cases', caseOverview(knowledge, examples));
}
