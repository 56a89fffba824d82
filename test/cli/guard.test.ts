import { expect, it } from 'vitest';
import { imtLines } from '../support/imt-lines.ts';

const imt = (words: string[], input?: string) => imtLines(['guard', ...words], input);

it('prints verdict, kinds and places as one object', () => {
  const { status, lines } = imt(['--json', 'MRN 4471902, 54 Gy/27F']);
  expect(status).toBe(4);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { verdict: 'block', findings: [{ type: 'medical-record-number', start: 4, end: 11 }] },
  ]);
});

it('answers each line of standard input with one line, empty ones too, and ends with status 0', () => {
  const { status, lines } = imt(
    ['--json'],
    '54 Gy/27F vs 60 Gy/30F\n\nconsent from Brian Kowalski\nMr Whitaker bled\n',
  );
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line).verdict)).toEqual(['pass', 'pass', 'confirm', 'block']);
});

it.each([
  ['54 Gy/27F', 'pass', 0],
  ['consent from Brian Kowalski', 'confirm', 3],
  ['Mr Whitaker bled', 'block', 4],
])('ends of the text %j, by which a script can go on, as %s with status %i', (text, verdict, status) => {
  const printed = imt([text]);
  expect([printed.status, printed.lines[0]?.split(':')[0]]).toEqual([status, verdict]);
});

it('tells people the kinds and a masked hint, never the value', () => {
  const { lines } = imt(['MRN 4471902, born 14 March 1969']);
  expect(lines).toEqual(['block: medical record number (••••902), date of birth']);
});
