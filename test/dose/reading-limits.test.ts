import { describe, expect, test } from 'vitest';
import { parseComparison } from '../../src/dose/parse-comparison.ts';
import { processorMs } from '../../src/processor-ms.ts';
import { refusalOf } from './compare-for-test.ts';

function timed(text: string): { milliseconds: number; outcome: string } {
  const from = processorMs();
  let outcome = 'read';
  try {
    parseComparison(text);
  } catch (error) {
    outcome = (error as Error).name;
  }
  return { milliseconds: processorMs() - from, outcome };
}

const repeated = [
  '1',
  '1,',
  '9.',
  ' ',
  '\n',
  'a',
  'Gy',
  '54 Gy/27F vs ',
  '54/27+',
  '(',
  '-',
  'ab=',
  'ab=10,',
  ', 10',
  '54 -',
  '×',
  'x ',
  "'",
  '½',
  'ﷺ',
  '2 x ',
  'per week',
  ';',
  ' boost',
  ',1 ',
  '1 boost 2 ',
  'foo=',
  '~1',
  '1 000 ',
  'as 2',
  '=',
  '→',
  '1x',
  '1-',
  '12/12/',
  'fx1',
  '5次',
  '约',
  'ab 1 ',
  'α/β=1 and ',
  '<@',
  'phase 1 ',
  '54 Gy;',
  'compare 1 Gy/2F and ',
  '*',
  '*1 ',
  '~1~ ',
  'α/β 10 (tumour) and ',
  'α/β 2,5; ',
  '2,5 Gy ',
  ', 2,5',
  'TD 50 Gy, ',
  'TD 50 Gy SD 2 Gy ',
  'n=1 d=1 ',
  'A=1/2 ',
  'aged 9 ',
  '9 y ',
  '5%',
  'R1 ',
  '(2018)',
];

describe('a long text', () => {
  test.each(repeated)('of 20 kB of %j is answered in 100 ms', (piece) => {
    const { milliseconds, outcome } = timed(piece.repeat(Math.ceil(20_000 / piece.length)));
    expect(outcome).toBe('DoseError');
    expect(milliseconds).toBeLessThan(100);
  });

  test.each(repeated)('just short enough to be read, of %j, is answered in 100 ms', (piece) => {
    expect(timed(piece.repeat(Math.floor(1_990 / piece.length))).milliseconds).toBeLessThan(100);
  });

  test('of 10,000 characters is refused with its limit', () => {
    const from = processorMs();
    const refusal = refusalOf(() => parseComparison('54 Gy/27F '.repeat(1000)));
    expect(processorMs() - from).toBeLessThan(50);
    expect(refusal.code).toBe('TEXT_TOO_LONG');
    expect(refusal.message).toContain('2000');
  });

  test('of a thousand schedules is refused', () => {
    const from = processorMs();
    const refusal = refusalOf(() => parseComparison(Array(1000).fill('54 Gy/27F').join(';')));
    expect(processorMs() - from).toBeLessThan(50);
    expect(refusal.code).toBe('TEXT_TOO_LONG');
  });

  test('of more schedules than a screen shows is refused with their number', () => {
    const refusal = refusalOf(() => parseComparison(Array(11).fill('54 Gy/27F').join(';')));
    expect(refusal.code).toBe('TOO_MANY_REGIMENS');
    expect(refusal.message).toContain('11');
    expect(parseComparison(Array(10).fill('54 Gy/27F').join(';')).schedules).toHaveLength(10);
  });
});

describe('words that play no part', () => {
  test('are kept, so that they can be shown', () => {
    const [schedule] = parseComparison('54 Gy/27F to the pelvis').schedules;
    expect(schedule).toMatchObject({ ignoredWords: ['pelvis'] });
  });
});
