import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardText } from '../../src/privacy/guard-text.ts';
import { processorMs } from '../../src/processor-ms.ts';
import { readMarked } from './read-marked.ts';

/** Other work on the machine does not count. */
function spentMs(work: () => void): number {
  const from = processorMs();
  work();
  return processorMs() - from;
}

const sentences = [...readMarked('./clean.yml'), ...readMarked('./positives.yml')].map(({ text }) => text);

/** A text of a length, made of sentences that change from one to the next. */
function textOf(characters: number, seed: number): string {
  let text = '';
  for (let at = seed; text.length < characters; at += 7) text += `${sentences[at % sentences.length]} `;
  return text.slice(0, characters);
}

const [leastRounds, mostRounds] = [3, 7];

it('takes under 20 ms for 12,000 characters, 99 times of 100', () => {
  const texts = Array.from({ length: 100 }, (_, seed) => textOf(12_000, seed));
  // The first uses compile the patterns and the code; an app that runs has had them long ago.
  for (const text of [...texts, ...texts, ...texts]) guardText(text);
  // Of each text the best of some rounds: what else runs on the machine empties the processor's caches, and slows some.
  const bestMs = texts.map(() => Number.POSITIVE_INFINITY);
  let p99Ms = Number.POSITIVE_INFINITY;
  for (let round = 0; round < leastRounds || (round < mostRounds && p99Ms >= 20); round += 1) {
    for (const [at, text] of texts.entries())
      bestMs[at] = Math.min(
        bestMs[at] ?? 0,
        spentMs(() => guardText(text)),
      );
    p99Ms = bestMs.toSorted((a, b) => a - b)[98] ?? Number.NaN;
  }
  process.stdout.write(`99 of 100 texts of 12,000 characters: ${p99Ms.toFixed(1)} ms\n`);
  expect(Math.min(...bestMs)).toBeGreaterThan(0);
  expect(p99Ms).toBeLessThan(20);
}, 120_000);

it('takes under 500 ms for 20,000 characters, however they repeat', () => {
  const unit = fc.constantFrom(
    ..."aA10-. /@(+*<>'{:，男王路市村号年月省é¤\n\t",
    ...[
      'Aa ',
      'A. ',
      'Mr ',
      'mrn ',
      'id ',
      'phone ',
      'at ',
      'dot ',
      '患者',
      '住址',
      '住院号',
      '北京市',
      'van ',
      "O'B",
      'Al-',
      'a_',
    ],
    ...[
      'http://',
      'www.',
      '5 rue ',
      '12 Elm ',
      'Elm Rd, ',
      'lives at ',
      'address: ',
      'May 1',
      '1 May 2020 ',
      '2020-',
      '01/01/',
    ],
    ...[
      '10.1000/',
      '2017;',
      'Gy',
      '1 x 1',
      '\u0301',
      '\u200b',
      '&amp;',
      'fda approved ',
      'born ',
      'aged 9',
      'path ',
      's-2',
      '0:0',
    ],
    ...[
      'A1',
      'patient Aa ',
      'Name ',
      'AA, ',
      'ssn ',
      'plate a ',
      '[at]',
      '[dot]',
      '🩻',
      'İ',
      'ﷺ',
      'straße ',
      'surname ',
      'Pat. Aa ',
      'Case of Aa ',
      "Aa's mum ",
      '12/3 Aa ',
      'Aa 411 001 ',
      'A_Aa.jpg',
      '@aa ',
      'المريض ',
      'اسم ',
      'नाम ',
      '환자 ',
      'de ',
      'mr smith ',
      'tel 1',
      '1:1-1 ',
    ],
  );
  let worstMs = 0;
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), (units) => {
      const repeated = units.join('');
      const text = repeated.repeat(Math.ceil(20_000 / repeated.length)).slice(0, 20_000);
      const spent = () => spentMs(() => guardText(text));
      const firstMs = spent();
      const ms = firstMs < 500 ? firstMs : Math.min(spent(), spent(), spent());
      worstMs = Math.max(worstMs, ms);
      expect(ms, JSON.stringify(repeated)).toBeLessThan(500);
    }),
    { numRuns: 250 },
  );
  process.stdout.write(`slowest 20,000 characters: ${worstMs.toFixed(0)} ms\n`);
}, 120_000);
