import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { Action } from '../../src/command.ts';
import { summariseTopic, type TopicSummary } from '../../src/evidence/summarise-topic.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { caseDetails } from '../../src/views/case-details.ts';
import { claimById } from '../../src/views/claim-by-id.ts';
import { conflictDetails } from '../../src/views/conflict-details.ts';
import { disagreementsDialog } from '../../src/views/disagreements.ts';
import { keyFiguresDialog } from '../../src/views/key-figures-dialog.ts';
import { topicOfButton } from '../../src/views/topic-button.ts';
import { known } from './known.ts';

/** The buttons that open one thing of the base: a statement with its source, a published case, a disagreement. */
export const detailActions: readonly Action[] = [
  {
    id: actionIds.source,
    run: async ({ value, userId, teamId }, { knowledge, access }) => {
      const forCurator = access.isCurator({ userId, teamId });
      const view = claimById(value, knowledge, { forCurator }) ?? undefined;
      return { kind: 'dialog', view: known(view, 'statement') };
    },
  },
  {
    id: actionIds.publishedCase,
    run: async ({ value, userId, teamId }, { knowledge, access }) => {
      const found = known(knowledge.cases.get(value), 'published case');
      const forCurator = access.isCurator({ userId, teamId });
      return { kind: 'dialog', view: caseDetails(found, knowledge, { forCurator }) };
    },
  },
  {
    id: actionIds.conflict,
    run: async ({ value }, { knowledge }) => {
      const found = knowledge.conflicts.find(({ id }) => id === value);
      return { kind: 'dialog', view: conflictDetails(known(found, 'disagreement'), knowledge) };
    },
  },
  {
    id: actionIds.conflicts,
    run: async ({ value }, { knowledge }) => {
      const summary = summaryOf(value, knowledge);
      return { kind: 'dialog', view: disagreementsDialog(summary.conflicts, summary.topic) };
    },
  },
  {
    id: actionIds.keyFigures,
    run: async ({ value }, { knowledge }) => ({
      kind: 'dialog',
      view: keyFiguresDialog(summaryOf(value, knowledge), knowledge),
    }),
  },
];

function summaryOf(value: string, knowledge: KnowledgeBase): TopicSummary {
  const topicId = topicOfButton(value);
  const topic = knowledge.topics.find(({ id }) => id === topicId);
  return summariseTopic(known(topic, 'topic'), knowledge);
}
