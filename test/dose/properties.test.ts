import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bedGy } from '../../src/dose/bed.ts';
import { DoseError } from '../../src/dose/dose-error.ts';
import { eqd2Gy, eqdxGy } from '../../src/dose/eqd.ts';
import { bedIncompleteRepairGy, incompleteRepairFactor } from '../../src/dose/incomplete-repair.ts';
import { isoEffectPhase } from '../../src/dose/iso-effect.ts';
import { bedLinearQuadraticLinearGy } from '../../src/dose/linear-quadratic-linear.ts';
import { overallTime } from '../../src/dose/overall-time.ts';
import { type ParsedComparison, parseComparison } from '../../src/dose/parse-comparison.ts';
import { phase } from '../../src/dose/phase.ts';
import { readBack } from '../../src/dose/read-back.ts';

const alphaBetas = fc.double({ min: 0.5, max: 30, noNaN: true });
const counts = fc.integer({ min: 1, max: 60 });
const doses = fc.double({ min: 0.2, max: 30, noNaN: true });
const close = (value: number, expected: number) => expect(value / expected).toBeCloseTo(1, 9);

describe('the linear-quadratic quantities', () => {
  test('EQD2 of a course in 2 Gy fractions is its total dose, whatever the α/β', () => {
    fc.assert(
      fc.property(counts, alphaBetas, (fractions, ratio) => {
        close(eqd2Gy(bedGy([phase(2 * fractions, fractions)], ratio), ratio), 2 * fractions);
      }),
    );
  });

  test('BED grows with the dose per fraction at equal total', () => {
    fc.assert(
      fc.property(doses, counts, alphaBetas, (total, fractions, ratio) => {
        const fewer = bedGy([phase(total, fractions)], ratio);
        expect(fewer).toBeGreaterThan(bedGy([phase(total, fractions + 1)], ratio));
      }),
    );
  });

  test('BED falls as α/β grows', () => {
    fc.assert(
      fc.property(doses, counts, alphaBetas, (total, fractions, ratio) => {
        const phases = [phase(total, fractions)];
        expect(bedGy(phases, ratio)).toBeGreaterThan(bedGy(phases, ratio * 1.1));
      }),
    );
  });

  test('EQDX of a course in fractions of X is its dose, and gives its BED back', () => {
    fc.assert(
      fc.property(doses, counts, alphaBetas, doses, (x, fractions, ratio, total) => {
        close(eqdxGy(bedGy([phase(x * fractions, fractions)], ratio), ratio, x), x * fractions);
        const bed = bedGy([phase(total, fractions)], ratio);
        close(eqdxGy(bed, ratio, x) * (1 + x / ratio), bed);
      }),
    );
  });

  test('splitting a phase in two changes nothing', () => {
    fc.assert(
      fc.property(doses, counts, counts, alphaBetas, (d, first, second, ratio) => {
        const whole = [phase(d * (first + second), first + second)];
        const split = [phase(d * first, first), phase(d * second, second)];
        close(bedGy(split, ratio), bedGy(whole, ratio));
        expect(overallTime(split)).toMatchObject({ elapsedDays: overallTime(whole).elapsedDays });
      }),
    );
  });

  test('a course turned into another number of fractions and back is the same course', () => {
    fc.assert(
      fc.property(doses, counts, counts, alphaBetas, (d, fractions, others, ratio) => {
        const bed = bedGy([phase(d * fractions, fractions)], ratio);
        const other = isoEffectPhase(bed, ratio, others);
        close(bedGy([other], ratio), bed);
        close(isoEffectPhase(bedGy([other], ratio), ratio, fractions).dosePerFractionGy, d);
      }),
    );
  });

  test('LQ-L is LQ up to the transition and below it beyond', () => {
    fc.assert(
      fc.property(doses, counts, alphaBetas, doses, (d, fractions, ratio, transitionDoseGy) => {
        const phases = [phase(d * fractions, fractions)];
        const straight = bedLinearQuadraticLinearGy(phases, ratio, { transitionDoseGy });
        if (d <= transitionDoseGy) close(straight, bedGy(phases, ratio));
        else expect(straight).toBeLessThanOrEqual(bedGy(phases, ratio) * (1 + 1e-12));
      }),
    );
  });

  test('incomplete repair lies between full repair and none', () => {
    const hours = fc.double({ min: 0.1, max: 11.9, noNaN: true });
    fc.assert(
      fc.property(
        doses,
        counts,
        alphaBetas,
        fc.constantFrom(2, 3),
        hours,
        hours,
        (d, n, ratio, m, gap, half) => {
          const repair = { intervalHours: gap, halfTimeHours: half };
          const phases = [{ ...phase(d * n, n), fractionsPerDay: m }];
          const factor = incompleteRepairFactor(m, repair);
          expect(factor).toBeGreaterThanOrEqual(0);
          expect(factor).toBeLessThanOrEqual(m - 1);
          expect(bedIncompleteRepairGy(phases, ratio, repair)).toBeGreaterThanOrEqual(bedGy(phases, ratio));
        },
      ),
    );
  });

  test('two fractions a day leave θ of the damage', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 12, noNaN: true }), (hours) => {
        const factor = incompleteRepairFactor(2, { intervalHours: hours, halfTimeHours: 4 });
        close(factor, 2 ** (-hours / 4));
      }),
    );
  });

  test('an α/β or a number that means nothing is refused', () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => bedGy([phase(54, 27)], bad)).toThrow(DoseError);
      expect(() => phase(bad, 27)).toThrow(DoseError);
      expect(() => phase(54, bad)).toThrow(DoseError);
      expect(() => isoEffectPhase(60, 10, bad)).toThrow(DoseError);
    }
  });
});

/** What was understood, without what only says how it was written. */
function meaning({ schedules, options }: ParsedComparison) {
  return {
    schedules: schedules.map((one) => {
      if (one.kind === 'named') return one;
      return { ...one.regimen, warnings: one.warnings.filter((code) => !code.startsWith('UNIT_ASSUMED')) };
    }),
    options,
  };
}

const typedPhase = fc
  .record({
    total: fc.integer({ min: 200, max: 9000 }),
    count: fc.integer({ min: 1, max: 45 }),
    form: fc.constantFrom('gy', 'cgy', 'each', 'bare', 'rbe', 'about', 'protons'),
    often: fc.constantFrom('', ' BID', ' TID', ' QD', ' twice weekly', ' over 30 days', ' over 5.4 weeks'),
  })
  .filter(({ total, count }) => total / count >= 100 && total / count <= 3500)
  .map(({ total, count, form, often }) => {
    const written = {
      gy: `${total / 100} Gy/${count}F`,
      cgy: `${total}cGy in ${count} fx`,
      each: `${Math.round(total / count) / 100} Gy x ${count}`,
      bare: `${total / 100}/${count}F`,
      rbe: `${total / 100} Gy(RBE)/${count}F`,
      about: `~${total / 100} Gy/${count}#`,
      protons: `protons ${total / 100} Gy/${count}F`,
    }[form];
    return written + often;
  });
const typedSchedule = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(typedPhase, { minLength: 1, maxLength: 3 }).map((all) => all.join(' + ')),
  },
  { weight: 1, arbitrary: fc.constantFrom('lee 2006', 'orbit', 'table', 'Strianese 2018') },
);
const typedOptions = fc.constantFrom(
  '',
  ' ab=10,3',
  ' ref=1',
  ' start=Wed per week=5',
  ' as 20F',
  ' k=0.6 tk=28',
  ' days=36',
  ' alpha=0.35 tp=3 tk=21',
  ' interval=6h repair=4h',
  ' weekdays=Mon,Wed,Fri missed=7,9',
  ' sum',
);
const typed = fc
  .tuple(
    fc.array(typedSchedule, { minLength: 1, maxLength: 5 }),
    fc.constantFrom(' vs ', '; ', '\n'),
    typedOptions,
  )
  .map(([schedules, between, options]) => schedules.join(between) + options);

describe('reading', () => {
  test('what is read back is read the same again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = parseComparison(text);
        expect(meaning(parseComparison(readBack(once)))).toEqual(meaning(once));
      }),
      { numRuns: 400 },
    );
  });

  // Thousands of texts: what else runs on the machine may hold them up.
  test('any text is read or refused, and any that is read is read back the same', { timeout: 90_000 }, () => {
    const pieces = fc.constantFrom(
      '54',
      '27',
      '2',
      '1.8',
      '5,400',
      ' Gy',
      'cGy',
      '/',
      ' x ',
      'F',
      '#',
      ' in ',
      ' at ',
      ' + ',
      ' vs ',
      ', ',
      '; ',
      '\n',
      '-',
      '~',
      '(',
      ')',
      '=',
      ' ab=',
      '10,3',
      ' as ',
      ' per ',
      'day',
      ' BID',
      ' boost ',
      'lee 2006',
      '≥',
      '½',
      '×',
      ' to ',
      ' of ',
      '.',
      ' fractions',
      ' weeks',
      ' single ',
      '0',
      ' and ',
      ' k=0.6 tk=28',
      '"',
      '&gt;',
    );
    const mixtures = fc.array(pieces, { maxLength: 25 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(mixtures, fc.string({ unit: 'binary' }), fc.string()), (text) => {
        let parsed: ParsedComparison;
        try {
          parsed = parseComparison(text);
        } catch (error) {
          expect(error).toBeInstanceOf(DoseError);
          expect((error as DoseError).message.length).toBeLessThan(400);
          return;
        }
        expect(meaning(parseComparison(readBack(parsed)))).toEqual(meaning(parsed));
      }),
      { numRuns: 4000 },
    );
  });
});
