/** Runs a larger table of vectors where one lies beside the repository; without it, nothing here is needed. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bedGy } from '../../src/dose/bed.ts';
import { doseErrorJson, doseJson } from '../../src/dose/dose-json.ts';
import { eqd2Gy, eqdxGy } from '../../src/dose/eqd.ts';
import { bedIncompleteRepairGy, incompleteRepairFactor } from '../../src/dose/incomplete-repair.ts';
import { isoEffectPhase } from '../../src/dose/iso-effect.ts';
import { bedLinearQuadraticLinearGy } from '../../src/dose/linear-quadratic-linear.ts';
import { overallTime } from '../../src/dose/overall-time.ts';
import { phase } from '../../src/dose/phase.ts';
import { repopulationLossGy } from '../../src/dose/repopulation.ts';
import { compare, refusalOf } from './compare-for-test.ts';

// biome-ignore lint/suspicious/noExplicitAny: the rows are of a dozen shapes, each read by its own check below
type Row = any;
type Check = (row: Row) => unknown;

const path = new URL('../../../shared/dose/vectors.jsonl', import.meta.url);
const outOfScope = ['usc', 'gap', 'ldr'];

const phasesOf = (row: Row) =>
  row.regimen.phases.map((one: Row) => ({
    ...phase(one.totalGy, one.fractions),
    fractionsPerDay: row.regimen.fractionsPerDay,
  }));

function lq(row: Row) {
  const bed = bedGy(phasesOf(row), row.alphaBeta);
  const totalGy = phasesOf(row).reduce((sum: number, one: Row) => sum + one.totalDoseGy, 0);
  return { totalGy, bed, eqd2: eqd2Gy(bed, row.alphaBeta) };
}

const checks: Record<string, Check> = {
  lq,
  known_bad_source: lq,
  eqdx: (row) => ({ ...lq(row), eqdx: eqdxGy(lq(row).bed, row.alphaBeta, row.referenceDosePerFractionGy) }),
  time(row) {
    const { overallDays, kickoffDays, alphaPerGy, doublingDays, kGyPerDay } = row.time;
    const loss = repopulationLossGy(
      overallDays,
      alphaPerGy === null
        ? { kickoffDays, lossGyPerDay: kGyPerDay }
        : { kickoffDays, alphaPerGy, doublingDays },
    );
    const bedTime = lq(row).bed - loss;
    return { ...lq(row), repopulationLossGy: loss, bedTime, eqd2Time: eqd2Gy(bedTime, row.alphaBeta) };
  },
  ott(row) {
    const { fractions, fractionsPerDay, treatmentWeekdays, start, missedElapsedDays } = row.regimen;
    const time = overallTime([{ ...phase(fractions, fractions), fractionsPerDay }], {
      treatmentWeekdays,
      start,
      missedElapsedDays,
    });
    return { ...time, inclusiveCalendarDays: time.calendarDays };
  },
  incomplete_repair(row) {
    const { fractionsPerDay, intervalHours } = row.regimen;
    const repair = { intervalHours, halfTimeHours: row.time.repairHalfTimeHours };
    const bed = bedIncompleteRepairGy(phasesOf(row), row.alphaBeta, repair);
    const hm = incompleteRepairFactor(fractionsPerDay, repair);
    return { hm, bedFullRepair: lq(row).bed, bed, eqd2: eqd2Gy(bed, row.alphaBeta) };
  },
  lql(row) {
    const bed = bedLinearQuadraticLinearGy(phasesOf(row), row.alphaBeta, row.model);
    return { bedLQ: lq(row).bed, bed, eqd2: eqd2Gy(bed, row.alphaBeta) };
  },
  isoeffect: (row) => ({
    ...lq(row),
    ...renamed(isoEffectPhase(lq(row).bed, row.alphaBeta, row.targetFractions)),
  }),
  error(row) {
    const { totalGy, fractions, alphaBeta } = row.input;
    return { error: refusalOf(() => bedGy([phase(totalGy, fractions)], alphaBeta)).code };
  },
  parse(row) {
    if (row.expected.error) return { error: doseErrorJson(refusalOf(() => compare(row.input))).error.code };
    return doseJson(compare(row.input));
  },
};

function renamed({ totalDoseGy, dosePerFractionGy }: { totalDoseGy: number; dosePerFractionGy: number }) {
  return { totalGy: totalDoseGy, dosePerFractionGy };
}

/** Numbers within the tolerance; everything else equal; fields beyond the expected are free. */
function expectNear(got: Row, expected: Row, tolerance: number, at: string): void {
  if (typeof expected === 'number') {
    expect(Math.abs(got - expected), `${at}: ${got} for ${expected}`).toBeLessThanOrEqual(tolerance + 1e-9);
  } else if (Array.isArray(expected)) {
    expect(got, at).toHaveLength(expected.length);
    for (const [index, one] of expected.entries()) expectNear(got[index], one, tolerance, `${at}[${index}]`);
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, one] of Object.entries(expected)) {
      if (key !== 'hint') expectNear(got[key], one, tolerance, `${at}.${key}`);
    }
  } else expect(got, at).toEqual(expected);
}

if (!existsSync(path)) {
  test.skip('the larger table of vectors does not lie beside the repository', () => undefined);
  process.stdout.write('skipped: no larger table of dose vectors beside the repository\n');
} else {
  const rows: Row[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  test.each(rows.filter((row) => !outOfScope.includes(row.kind)))('$id holds', (row) => {
    const check = checks[row.kind];
    if (!check) throw new Error(`no check for ${row.kind}`);
    expectNear(check(row), row.expected, row.tolerance, row.id);
  });
}
