import type { ModalView } from '@slack/types';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { Action, MessageReply, Services } from '../../src/command.ts';
import { compareTreatments } from '../../src/evidence/treatments/compare-treatments.ts';
import { findTreatment } from '../../src/evidence/treatments/find-treatment.ts';
import { mostTreatments, parseTreatments } from '../../src/evidence/treatments/parse-treatments.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { statementsDialog } from '../../src/views/statements-dialog.ts';
import { comparisonHelp } from '../../src/views/treatments/comparison-help.ts';
import { responseChart } from '../../src/views/treatments/response-chart.ts';
import { treatmentComparison } from '../../src/views/treatments/treatment-comparison.ts';
import { privately } from '../privately.ts';
import { shared } from '../shared.ts';
import { known } from './known.ts';

/** `/imt compare crizotinib vs chemotherapy`: treatments side by side, or how to ask for that. */
export function comparison(text: string, { knowledge }: Pick<Services, 'knowledge'>): MessageReply {
  if (text === '' || text.toLowerCase() === 'help')
    return privately('Compare treatments', comparisonHelp(knowledge));
  const { treatments, settingLeftAside } = parseTreatments(text, knowledge);
  const compared = compareTreatments(treatments, knowledge);
  const chart = responseChart(compared, knowledge);
  return {
    ...privately('Treatments side by side', treatmentComparison(compared, settingLeftAside, knowledge)),
    pictures: chart === null ? [] : [chart],
  };
}

export const comparisonActions: readonly Action[] = [
  {
    id: actionIds.shareComparison,
    run: async (request, services) => shared(comparison(request.value, services), request),
  },
  // Slack wants the buttons of one row told apart by their ids.
  ...Array.from(
    { length: mostTreatments },
    (_, at): Action => ({
      id: `${actionIds.comparedOption}.${at}`,
      run: async ({ value }, { knowledge }) => ({ kind: 'dialog', view: allFindings(value, knowledge) }),
    }),
  ),
];

function allFindings(label: string, knowledge: KnowledgeBase): ModalView {
  const treatment = known(findTreatment(label, knowledge) ?? undefined, 'treatment');
  const [one] = compareTreatments([treatment], knowledge);
  const { findings = [], harms = [], otherStatements = [] } = one ?? {};
  const claims = [...findings.map(({ claim }) => claim), ...harms, ...otherStatements];
  return statementsDialog('All findings', claims, knowledge);
}
