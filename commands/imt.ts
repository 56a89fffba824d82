import type { ModalView } from '@slack/types';
import type { KnowledgeBase } from '../knowledge/schema.ts';
import type { Action, Command, MessageReply, Services } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { findTopic } from '../src/evidence/find-topic.ts';
import { isQuestion } from '../src/evidence/is-question.ts';
import type { Answer } from '../src/evidence/questions/answer.ts';
import { summariseTopic } from '../src/evidence/summarise-topic.ts';
import { compareTreatments } from '../src/evidence/treatments/compare-treatments.ts';
import { findTreatment } from '../src/evidence/treatments/find-treatment.ts';
import { mostTreatments, parseTreatments } from '../src/evidence/treatments/parse-treatments.ts';
import { actionIds } from '../src/views/action-ids.ts';
import { caseDetails } from '../src/views/case-details.ts';
import { claimById } from '../src/views/claim-by-id.ts';
import { conflictDetails } from '../src/views/conflict-details.ts';
import { help } from '../src/views/help.ts';
import { schedulesTable } from '../src/views/schedules-table.ts';
import { sharedBy } from '../src/views/shared-by.ts';
import { statementsDialog } from '../src/views/statements-dialog.ts';
import { topicChoice } from '../src/views/topic-choice.ts';
import { topicSummaryPages } from '../src/views/topic-summary.ts';
import { comparisonHelp } from '../src/views/treatments/comparison-help.ts';
import { responseChart } from '../src/views/treatments/response-chart.ts';
import { treatmentComparison } from '../src/views/treatments/treatment-comparison.ts';
import { changeActions, changes, freeTextOfChanges } from './changes/changes.ts';
import { curationActions } from './curation/curation-actions.ts';
import { curatorForms, freeFieldOfCuration } from './curation/decide.ts';
import { flagClaimForm } from './curation/flag.ts';
import { curatorHome, flags } from './curation/queue.ts';
import { privately } from './privately.ts';
import { answerReply, askedOf, questionPlace } from './question/answer.ts';
import { answerActions } from './question/buttons.ts';
import { gapActions, gapForms, gaps } from './question/gaps.ts';
import { keptTopic } from './question/kept-answer.ts';
import { rate } from './question/rate.ts';

type Knowledge = Pick<Services, 'knowledge'>;

/** `/imt`: summaries of the curated evidence, and questions answered from it. `allCommands` is asked when help is shown, for its list. */
export function imt(allCommands: () => readonly Command[]): Command {
  return {
    name: '/imt',
    description: 'Curated evidence on inflammatory myofibroblastic tumor, every line with its source',
    usageHint: '[topic | question | table | compare | changes | help]',
    examples: [
      { text: '/imt radiotherapy', does: 'summary of a topic, with sources, conflicts and warnings' },
      {
        text: '/imt what dose did Lee use?',
        does: 'the statements that answer a question, or what is missing',
      },
      { text: '/imt table', does: 'the published radiotherapy schedules side by side' },
      {
        text: '/imt compare crizotinib vs chemotherapy vs radiotherapy',
        does: 'treatments side by side: responses with exact intervals, harms, conflicts',
      },
      { text: '/imt changes', does: 'what was added, changed or withdrawn in the last 90 days' },
      { text: '/imt help', does: 'all topics and commands' },
    ],
    words: ['help', 'table', 'compare', 'gaps', 'flags', 'changes'],
    takesMessages: true,
    freeText: freeTextOfChanges,
    async run(request, services) {
      const { text } = request;
      const { knowledge, questions } = services;
      const wanted = text.trim().toLowerCase();
      if (wanted === '' || wanted === 'help')
        return privately('Topics and commands', help(knowledge, allCommands()));
      if (wanted === 'table') return table({ knowledge });
      const toCompare = /^compare\b(.*)$/is.exec(text.trim())?.[1]?.trim();
      if (toCompare !== undefined) return comparison(toCompare, { knowledge });
      if (wanted === 'gaps') return gaps(request, services);
      if (wanted === 'flags') return flags(request, services);
      const since = /^changes(?<rest>|\s+(?:since\b|\d).*)$/is.exec(text.trim())?.groups?.rest;
      if (since !== undefined) return changes(since, services);
      const match = findTopic(text, knowledge);
      if ('topic' in match) {
        await questions.keep(questionPlace(request), keptTopic(match.topic));
        return summaryPage(match.topic.id, 1, { knowledge });
      }
      const asked = await askedOf(request, services);
      if (isQuestion(text) || answersBetter(asked.answer, text, match.nearest.length > 0))
        return answerReply(asked, request, services);
      const topics = match.nearest.length > 0 ? match.nearest : knowledge.topics.slice(0, 3);
      return privately('Nearest topics', topicChoice(notATopic(match.nearest.length > 0), topics));
    },
    home: curatorHome,
    freeField: freeFieldOfCuration,
    actions: [...actions, ...changeActions, ...answerActions, ...gapActions, ...curationActions],
    forms: [rate, ...gapForms, flagClaimForm, ...curatorForms],
  };
}

const actions: readonly Action[] = [
  {
    id: actionIds.topic,
    run: async ({ value }, services) => summaryPage(value, 1, services),
  },
  {
    id: actionIds.more,
    run: async ({ value }, services) => summaryPage(...pageOf(value), services),
  },
  {
    id: actionIds.shareTopic,
    run: async ({ value, userId }, services) => {
      const page = summaryPage(...pageOf(value), services);
      return { ...page, visibility: 'shared', blocks: sharedBy({ userId }, page.blocks) };
    },
  },
  {
    id: actionIds.shareComparison,
    run: async ({ value, userId }, services) => {
      const whole = comparison(value, services);
      return { ...whole, visibility: 'shared', blocks: sharedBy({ userId }, whole.blocks) };
    },
  },
  // Slack wants the buttons of one row told apart by their ids.
  ...Array.from(
    { length: mostTreatments },
    (_, at): Action => ({
      id: `${actionIds.comparedOption}.${at}`,
      run: async ({ value }, { knowledge }) => ({ kind: 'dialog', view: allFindings(value, knowledge) }),
    }),
  ),
  { id: actionIds.table, run: async (_, services) => table(services) },
  {
    id: actionIds.shareTable,
    run: async ({ userId }, services) => {
      const whole = table(services);
      return { ...whole, visibility: 'shared', blocks: sharedBy({ userId }, whole.blocks) };
    },
  },
  {
    id: actionIds.source,
    run: async ({ value, userId, teamId }, { knowledge, access }) => ({
      kind: 'dialog',
      view: known(
        claimById(value, knowledge, { forCurator: access.isCurator({ userId, teamId }) }) ?? undefined,
        'statement',
      ),
    }),
  },
  {
    id: actionIds.publishedCase,
    run: async ({ value }, { knowledge }) => ({
      kind: 'dialog',
      view: caseDetails(known(knowledge.cases.get(value), 'published case'), knowledge),
    }),
  },
  {
    id: actionIds.conflict,
    run: async ({ value }, { knowledge }) => ({
      kind: 'dialog',
      view: conflictDetails(
        known(
          knowledge.conflicts.find(({ id }) => id === value),
          'disagreement',
        ),
        knowledge,
      ),
    }),
  },
];

function summaryPage(topicId: string, page: number, { knowledge }: Knowledge): MessageReply {
  const topic = known(
    knowledge.topics.find(({ id }) => id === topicId),
    'topic',
  );
  const pages = topicSummaryPages(summariseTopic(topic, knowledge), knowledge);
  const blocks = known(pages[page - 1], 'page');
  return privately(`Evidence summary: ${topic.title}`, blocks);
}

function comparison(text: string, { knowledge }: Knowledge): MessageReply {
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

function allFindings(label: string, knowledge: KnowledgeBase): ModalView {
  const treatment = known(findTreatment(label, knowledge) ?? undefined, 'treatment');
  const [one] = compareTreatments([treatment], knowledge);
  const { findings = [], harms = [], otherStatements = [] } = one ?? {};
  const claims = [...findings.map(({ claim }) => claim), ...harms, ...otherStatements];
  return statementsDialog('All findings', claims, knowledge);
}

function table({ knowledge }: Knowledge): MessageReply {
  return privately('Published radiotherapy schedules', schedulesTable(knowledge));
}

/** The value of a page's button: the topic and the page's number. */
function pageOf(value: string): [topicId: string, page: number] {
  const [topicId = '', page = ''] = value.split(' ');
  return [topicId, Number(page)];
}

/** A button outlives the knowledge base that it was made from. */
function known<T>(found: T | undefined, what: string): T {
  if (found !== undefined) return found;
  throw new UserError(
    `The knowledge base has changed since that was shown, and this ${what} is not in it any more. Write \`/imt help\` for what it holds now.`,
  );
}

/** Of a text that is no question: one word that is nearly a topic's name is taken for it. */
function answersBetter({ outcome, reason }: Answer, text: string, nearTopic: boolean): boolean {
  if (outcome !== 'declined') return !(nearTopic && /^\S+$/.test(text.trim()));
  return reason !== 'outside' && reason !== 'nothing-asked';
}

function notATopic(someNear: boolean): string {
  const offer = someNear
    ? 'Write it as a whole question, or open one of the nearest topics:'
    : 'Write it as a whole question, `/imt help` for all topics, or open one:';
  return `There is no topic of that name, and I find no question in it. ${offer}`;
}
