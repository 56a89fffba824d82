import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/evidence/questions/answer-question.ts';
import { mostPartners } from '../../src/evidence/questions/most-shown.ts';
import { warningsOfClaim } from '../../src/evidence/warnings.ts';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { answerBlocks } from '../../src/views/answer.ts';
import { answerMessage } from '../../src/views/answer-message.ts';
import { escapeMrkdwn } from '../../src/views/escape-mrkdwn.ts';
import { placeText } from '../../src/views/words.ts';
import { index, knowledge } from '../evidence/questions/index-for-test.ts';

const questions = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { q: string }).q);
const asJson = (text: string) => JSON.stringify(escapeMrkdwn(text)).slice(1, -1);

/** Every claim that the answer shows stands in the base, and is shown whole, with its source and its warnings. */
function checkAnswer(question: string): string {
  const answer = answerQuestion(question, index);
  const blocks = answerBlocks(answer, knowledge);
  const written = JSON.stringify(blocks);
  expect(validateMessage({ text: answerMessage(answer), blocks }), question).toEqual([]);
  const disagreeing = answer.partners.slice(0, mostPartners);
  const counted = answer.partners.length - disagreeing.length;
  if (counted > 0) expect(written, question).toContain(`${counted} more on the other side`);
  for (const { conflict } of answer.partners) expect(written, question).toContain(asJson(conflict.title));
  for (const { claim } of [...answer.statements, ...disagreeing, ...answer.related]) {
    expect(knowledge.claims.get(claim.id), question).toEqual(claim);
    expect(written, question).toContain(asJson(claim.statement));
    expect(written, question).toContain(asJson(placeText(claim) ?? 'Place in the publication not recorded'));
    for (const warning of warningsOfClaim(claim, knowledge))
      expect(written, question).toContain(asJson(warning));
  }
  // What bears a source mark or a bullet is a statement; each is one of the base's.
  const said = blocks.flatMap((block) =>
    block.type === 'section' && 'text' in block ? (block.text?.text ?? '') : '',
  );
  const statements = said.flatMap((text) => [
    ...text
      .replaceAll(/ _\((?:other tumour(?:: soft-tissue sarcoma)?|epithelioid variant, EIMS)\)_ /g, ' ')
      .matchAll(/^(?:• |⚖ \*On the other side:\* )(.+) [⁰¹²³⁴⁵⁶⁷⁸⁹]+$/gm),
  ]);
  const known = new Set([...knowledge.claims.values()].map(({ statement }) => escapeMrkdwn(statement)));
  for (const [, statement] of statements)
    expect(known.has(statement ?? ''), `${question}: ${statement}`).toBe(true);
  return written;
}

describe('every answer', () => {
  it('to the project’s own questions shows only claims of the base, whole, with source and warnings', () => {
    for (const question of questions) checkAnswer(question);
  });

  it('to 2,000 mixtures of clinical words and hostile text is one that Slack takes, and repeats none of it', () => {
    const words = fc.constantFrom(
      ...questions.flatMap((question) => question.split(' ')),
      '<@U0EVIL>',
      '<!channel>',
      '@here',
      'https://evil.example/x',
      '<https://evil.example|click>',
      'Kowalski',
      '*bold*',
      '`code`',
      '\u202e',
      '\u0000',
      '💉',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => {
        const written = checkAnswer(list.join(' '));
        expect(written).not.toMatch(/EVIL|evil|Kowalski|<!|@here|\u202e/);
      }),
      { numRuns: 2000, seed: 6 },
    );
  }, 120_000);

  it('to 10,000 random strings is made without a crash, and never without a citation when it answers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { outcome, statements } = answerQuestion(text, index);
        expect(statements.length > 0).toBe(outcome === 'answered');
        for (const { claim } of statements) expect(knowledge.sources.has(claim.sourceId)).toBe(true);
      }),
      { numRuns: 10_000, seed: 6 },
    );
  }, 120_000);

  it('to a very long text takes no longer than to one of a thousand letters', () => {
    const long = 'radiotherpay '.repeat(200_000);
    const startedAt = performance.now();
    checkAnswer(long);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
