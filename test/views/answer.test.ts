import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/evidence/questions/answer-question.ts';
import { conflictPartners } from '../../src/evidence/questions/conflict-partners.ts';
import { answerBlocks } from '../../src/views/answer.ts';
import { index, knowledge } from '../evidence/questions/index-for-test.ts';

const shown = (question: string) => answerBlocks(answerQuestion(question, index), knowledge);
const textOf = (question: string) => JSON.stringify(shown(question));

describe('an answer', () => {
  it('gives the statement, its source with a link, study type, n, whose tumour and its review', () => {
    const text = textOf('ROS1 frequency');
    expect(text).toContain('ROS1 is rearranged in about 10% of IMT. ¹');
    expect(text).toMatch(
      /¹ Guo 2024, Discussion[^"]*review · n not given · same tumour · <https:\/\/doi\.org\/10\.3389[^>]*>[^"]*not reviewed by a clinician/,
    );
  });

  it('says how the question was read, what was not told and that no model wrote the numbers', () => {
    expect(textOf('RT dose for IMT?')).toMatch(
      /Understood: RT dose · [^"]*matched by words and curated tags; no model wrote the numbers · knowledge base/,
    );
    expect(textOf('does RT work in IMT')).toContain('not told: ALK status, site, margins');
  });

  it('shows the other side of a disagreement with a button for both', () => {
    const conflict = knowledge.conflicts[0];
    const claim = knowledge.claims.get(conflict?.sides[0]?.claims[0] ?? '');
    const partner = knowledge.claims.get(conflict?.sides[1]?.claims[0] ?? '');
    if (!conflict || !claim || !partner) throw new Error('the base has a disagreement');
    const answered = answerQuestion('ROS1 frequency', index);
    const statements = [{ claim, score: 1, coverage: 1, askLikeness: 1 }];
    const blocks = answerBlocks(
      { ...answered, statements, partners: [{ conflict, claim: partner }] },
      knowledge,
    );
    const text = JSON.stringify(blocks);
    expect(text).toContain(`On the other side:* ${partner.statement}`);
    expect(text).toContain(`"action_id":"imt.conflict","value":"${conflict.id}"`);
  });

  it('shows three of those that disagree, counts the rest, and names every disagreement', () => {
    const [crowded] = knowledge.conflicts.filter(({ sides }) => sides.length > 4);
    const claim = knowledge.claims.get(crowded?.sides[0]?.claims[0] ?? '');
    if (!crowded || !claim) throw new Error('the base has a disagreement of five sides');
    const partners = conflictPartners([claim], knowledge);
    const statements = [{ claim, score: 1, coverage: 1, askLikeness: 1 }];
    const text = JSON.stringify(
      answerBlocks({ ...answerQuestion('ROS1 frequency', index), statements, partners }, knowledge),
    );
    expect(text.match(/On the other side:\*/g)).toHaveLength(3);
    expect(text).toContain(`${partners.length - 3} more on the other side: press *Both sides*`);
    for (const { conflict } of partners)
      expect(text).toContain(`"action_id":"imt.conflict","value":"${conflict.id}"`);
  });

  it('sets rows of a table side by side', () => {
    const table = shown('what dose did Lisi use vs Chennouf').find(({ type }) => type === 'data_table');
    expect(JSON.stringify(table)).toMatch(/Lisi 2019[\s\S]*Chennouf 2017/);
    expect(shown('what dose did Lisi use').some(({ type }) => type === 'data_table')).toBe(false);
  });

  it('that only comes near says so first, and calls nothing related', () => {
    const near = answerQuestion('ROS1 frequency', index);
    const closest = {
      ...near,
      outcome: 'closest' as const,
      reason: 'outside' as const,
      statements: [],
      partners: [],
    };
    const [first, ...rest] = answerBlocks(closest, knowledge);
    expect(JSON.stringify(first)).toContain('Perhaps not the answer');
    expect(JSON.stringify(rest)).not.toContain('Related, not an answer');
  });

  it('that is declined names what is not held, and marks what is near as no answer', () => {
    const text = textOf('pembrolizumab dose?');
    expect(text).toContain('No statement speaks of pembrolizumab.');
    expect(text).toContain('Related, not an answer');
  });
});
