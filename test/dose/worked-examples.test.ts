/** The values that the docstrings of `src/dose` promise in `@example`. */
import { describe, expect, test } from 'vitest';
import { checkedAlphaBetaGy } from '../../src/dose/alpha-beta.ts';
import { assignRoles } from '../../src/dose/assign-roles.ts';
import { bedGy } from '../../src/dose/bed.ts';
import { checkPlausible } from '../../src/dose/check-plausible.ts';
import { cutOptions } from '../../src/dose/cut-options.ts';
import { describeFinding } from '../../src/dose/describe-finding.ts';
import { eqd2Gy, eqdxGy } from '../../src/dose/eqd.ts';
import { bedIncompleteRepairGy, incompleteRepairFactor } from '../../src/dose/incomplete-repair.ts';
import { isoEffectPhase } from '../../src/dose/iso-effect.ts';
import { bedLinearQuadraticLinearGy } from '../../src/dose/linear-quadratic-linear.ts';
import { normaliseText } from '../../src/dose/normalise-text.ts';
import { overallTime } from '../../src/dose/overall-time.ts';
import { phase } from '../../src/dose/phase.ts';
import { readAmounts } from '../../src/dose/read-amounts.ts';
import { readBackOptions, readBackPhase } from '../../src/dose/read-back.ts';
import { readNumber } from '../../src/dose/read-number.ts';
import { readOptions } from '../../src/dose/read-options.ts';
import { readPhase } from '../../src/dose/read-phase.ts';
import { inOrder, sumPhases } from '../../src/dose/regimen.ts';
import { repopulationGyPerDay, repopulationLossGy } from '../../src/dose/repopulation.ts';
import { showDosePerFraction, showNumber, showOneDecimal } from '../../src/dose/show-number.ts';
import { splitPhases } from '../../src/dose/split-phases.ts';
import { tokenise } from '../../src/dose/tokenise.ts';
import { refusalOf } from './compare-for-test.ts';

const repair = { intervalHours: 6, halfTimeHours: 4 };

describe('the worked value of', () => {
  test.each<[string, () => number, number, number]>([
    ['phase', () => phase(50.4, 28).dosePerFractionGy, 1.8, 1e-9],
    ['alpha-beta', () => checkedAlphaBetaGy(10), 10, 0],
    ['bed', () => bedGy([phase(60, 30)], 10), 72, 1e-9],
    ['eqdx', () => eqdxGy(100, 3, 1.8), 62.5, 1e-9],
    ['eqd2', () => eqd2Gy(60, 10), 50, 1e-9],
    ['incomplete repair factor', () => incompleteRepairFactor(2, repair), 0.3536, 5e-5],
    [
      'incomplete repair',
      () => bedIncompleteRepairGy([{ ...phase(69.6, 58), fractionsPerDay: 2 }], 3, repair),
      107.3,
      0.05,
    ],
    [
      'repopulation a day',
      () => repopulationGyPerDay({ kickoffDays: 21, alphaPerGy: 0.35, doublingDays: 3 }),
      0.66,
      0.0005,
    ],
    ['repopulation', () => repopulationLossGy(44, { kickoffDays: 28, lossGyPerDay: 0.6 }), 9.6, 1e-9],
    ['LQ-L', () => bedLinearQuadraticLinearGy([phase(20, 1)], 10, { transitionDoseGy: 10 }), 50, 1e-9],
    ['iso-effect', () => isoEffectPhase(60, 10, 1).totalDoseGy, 20, 1e-9],
    ['a read phase', () => readPhase(tokenise('54 Gy @ 2 Gy per fraction'), null).phase.fractions, 27, 0],
  ])('%s holds', (_, compute, expected, tolerance) => {
    expect(Math.abs(compute() - expected)).toBeLessThanOrEqual(tolerance);
  });

  test('overall time holds, from any weekday', () => {
    expect(overallTime([phase(54, 27)])).toEqual({
      treatmentDays: 27,
      nominalWeeks: 5.4,
      elapsedDays: 36,
      calendarDays: 37,
    });
    expect(overallTime([phase(20, 10)], { start: 'Fri' }).elapsedDays).toBe(13);
    expect(overallTime([phase(20, 10)], { start: 'Wed', missedElapsedDays: [1] }).elapsedDays).toBe(14);
    expect(overallTime([{ ...phase(6, 3), fractionsPerWeek: 1 }], { start: 'Thu' }).elapsedDays).toBe(14);
    expect(overallTime([{ ...phase(36, 6), fractionsPerWeek: 2 }])).toMatchObject({
      nominalWeeks: 3,
      elapsedDays: 17,
    });
  });

  test('the texts and numbers shown hold', () => {
    expect(showNumber(48.599999999999994, 4)).toBe('48.6');
    expect(showOneDecimal(54)).toBe('54.0');
    expect(showOneDecimal(-0.04)).toBe('0.0');
    expect(showDosePerFraction(10 / 3)).toBe('3.33');
    expect(readBackPhase({ ...phase(69.6, 58), fractionsPerDay: 2 })).toBe('69.6 Gy in 58 × 1.2 Gy BID');
    expect(readBackOptions({ alphaBetaGy: [10, 3], reference: 1 })).toBe('ab=10,3 ref=1');
    expect(describeFinding({ kind: 'eqd2-cannot-differ', regimens: [0], all: true }, ['54 Gy/27F'])).toBe(
      '54 Gy/27F is given in 2 Gy fractions, so its EQD2 is its dose at every α/β.',
    );
  });

  test('the steps of reading hold', () => {
    expect(normaliseText('５４Ｇｙ／２７Ｆ')).toBe('54Gy/27F');
    expect(tokenise('54Gy/27F').map(({ kind }) => kind)).toEqual([
      'number',
      'unit',
      'slash',
      'number',
      'fractions',
    ]);
    expect(readNumber('50,4')).toEqual({ value: 50.4, decimals: 1, commaThousands: false });
    expect(readAmounts(tokenise('1.2 Gy BID x 58')).fractionsPerDay).toBe(2);
    expect(assignRoles(readAmounts(tokenise('2 Gy x 27'))).perFraction?.value).toBe(2);
    expect(splitPhases(tokenise('45 Gy in 25 + boost 9 Gy in 5'))).toHaveLength(2);
    expect(cutOptions('54 Gy/27F vs 20 Gy/10F ab=10,3').options.get('ab')).toBe('10,3');
    expect(readOptions(new Map([['ab', '10,3']]))).toEqual({ alphaBetaGy: [10, 3] });
    expect(sumPhases([phase(38, 19), phase(16, 8)])).toEqual({ totalDoseGy: 54, fractions: 27 });
    expect(inOrder(['APPROXIMATE', 'UNIT_ASSUMED_GY', 'APPROXIMATE'])).toEqual([
      'UNIT_ASSUMED_GY',
      'APPROXIMATE',
    ]);
    expect(refusalOf(() => checkPlausible(phase(5400, 27), 1)).message).toContain(
      '200 Gy per fraction; did you mean 5400 cGy?',
    );
  });
});
