/** The disagreements that a tumour board trips over are met where it looks. */
import { describe, expect, it } from 'vitest';
import { summariseTopic } from '../../src/evidence/summarise-topic.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateView } from '../../src/slack/block-kit/validate.ts';
import { conflictDetails } from '../../src/views/conflict-details.ts';
import { disagreementsDialog } from '../../src/views/disagreements.ts';
import { escapeMrkdwn } from '../../src/views/escape-mrkdwn.ts';
import { topicSummaryPages } from '../../src/views/topic-summary.ts';
import { patientsText, tumourText } from '../../src/views/words.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));

/** What the first page of a summary says, and the dialog of all disagreements when that is what its button opens. */
function firstPage(topicId: string) {
  const topic = knowledge.topics.find(({ id }) => id === topicId);
  if (!topic) throw new Error(`expected a topic ${topicId}`);
  const summary = summariseTopic(topic, knowledge);
  const page = JSON.stringify(topicSummaryPages(summary, knowledge)[0]);
  const isList = page.includes(`"action_id":"imt.conflicts","value":"${topicId},`);
  return { page, opens: isList ? JSON.stringify(disagreementsDialog(summary.conflicts, topic)) : page };
}

function dialog(conflictId: string): string {
  const conflict = knowledge.conflicts.find(({ id }) => id === conflictId);
  if (!conflict) throw new Error(`expected a disagreement ${conflictId}`);
  return JSON.stringify(conflictDetails(conflict, knowledge));
}

describe('the first page of a summary', () => {
  it.each([
    ['approvals', 'us-approval-2022-or-2020', /14 July 2022/, /Not shown: 2020/],
    ['targeted-therapy', 'us-approval-2022-or-2020', /14 July 2022/, /Not shown: 2020/],
    ['molecular', 'how-often-alk', /29 were ALK/, /negative in 11 of 13/],
    ['recurrence', 'recurrence-by-site-and-margin', /none of 17/, /All of 4 patients without a wide margin/],
    ['surgery', 'recurrence-by-site-and-margin', /none of 17/, /All of 4 patients without a wide margin/],
    [
      'anti-inflammatory',
      'steroids-and-nsaids-help-or-not',
      /pseudotumours shrank/,
      /corticosteroid did nothing/,
    ],
    ['radiotherapy', 'guo-2024-radiotherapy-works-or-not', /usually ineffective/, /complete response/],
  ])('of %s opens %s, which shows both sides', (topic, conflict, oneSide, otherSide) => {
    const { page, opens } = firstPage(topic);
    expect(page).toContain(escapeMrkdwn(knowledge.conflicts.find(({ id }) => id === conflict)?.title ?? '?'));
    expect(opens).toContain(`"action_id":"imt.conflict","value":"${conflict}"`);
    expect(dialog(conflict)).toMatch(oneSide);
    expect(dialog(conflict)).toMatch(otherSide);
    expect(dialog(conflict)).toContain('Likely reason');
  });
});

describe('the dialog of all disagreements of a topic', () => {
  it.each(knowledge.topics)('$id keeps Slack’s rules and opens each of them', (topic) => {
    const { conflicts } = summariseTopic(topic, knowledge);
    const view = disagreementsDialog(conflicts, topic);
    expect(validateView(view)).toEqual([]);
    for (const { id } of conflicts) expect(JSON.stringify(view)).toContain(`"value":"${id}"`);
  });
});

describe('the dialog of a disagreement', () => {
  it.each(knowledge.conflicts.map((conflict) => [conflict.id, conflict] as const))(
    '%s tells of each statement how many patients it counts and whether they had the same tumour',
    (_, conflict) => {
      const written = JSON.stringify(conflictDetails(conflict, knowledge));
      for (const id of conflict.sides.flatMap((side) => side.claims)) {
        const claim = knowledge.claims.get(id);
        if (!claim) throw new Error(`expected a statement ${id}`);
        expect(written).toContain(`${patientsText(claim.n)} · ${tumourText[claim.tumour]}`);
      }
    },
  );

  it('makes no average', () => {
    const written = JSON.stringify(knowledge.conflicts);
    expect(written).not.toMatch(/\b(average|pooled rate|mean rate|weighted)\b/i);
  });
});
