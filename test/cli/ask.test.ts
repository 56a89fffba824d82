import { expect, it } from 'vitest';
import { imtLines } from '../support/imt-lines.ts';

const ask = (words: string[], input?: string) => imtLines(['ask', ...words], input);

it('prints an answer as one object with its sources', () => {
  const { status, lines } = ask(['--json', 'ROS1 frequency']);
  expect(status).toBe(0);
  expect(lines).toHaveLength(1);
  const answer = JSON.parse(lines[0] ?? '');
  expect(Object.keys(answer)).toEqual(['status', 'statements', 'related', 'message']);
  expect(answer).toMatchObject({
    status: 'answered',
    message: expect.stringMatching(/statements? of the knowledge base answers? this\.$/),
  });
  expect(answer.statements[0]).toEqual({
    id: 'guo-2024-ros1-about-10-percent',
    text: 'ROS1 is rearranged in about 10% of IMT.',
    source: {
      id: 'guo-2024',
      doi: '10.3389/fonc.2024.1395787',
      pmid: null,
      url: 'https://doi.org/10.3389/fonc.2024.1395787',
    },
    locator: 'Discussion and conclusion, paragraph 5',
    score: expect.any(Number),
  });
});

it('brings both sides of a disagreement among the statements', () => {
  const { statements } = JSON.parse(ask(['--json', 'is radiotherapy ineffective in IMT']).lines[0] ?? '');
  const ids = statements.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(['guo-2024-rt-usually-ineffective', 'guo-2024-rt-showed-effect']),
  );
});

it('answers each line of standard input with one line, empty ones too, and ends with status 0', () => {
  const { status, lines } = ask([], 'SUVmax\n\npembrolizumab dose\n<!channel> hello');
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([
    'answered',
    'declined',
    'declined',
    'declined',
  ]);
});

it('tells people the statement, its source and what is not advice', () => {
  const text = ask(['how often does IMT recur']).lines.join('\n');
  expect(text).toContain('23–25%');
  expect(text).toContain('Guo 2024');
  expect(text).toContain('Evidence for professionals, not advice.');
});
