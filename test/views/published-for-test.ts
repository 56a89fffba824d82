import type { compare } from '../dose/compare-for-test.ts';

type Case = Parameters<typeof compare>[1] extends Iterable<infer One> | undefined ? One : never;

/** A published case with one schedule of one phase; null is what its publication does not print. */
export function published(label: string, totalDoseGy: number | null, fractions: number | null): Case {
  const phase = { totalDoseGy, fractions, technique: null, target: null, printedAs: `${totalDoseGy} Gy` };
  return {
    id: label.toLowerCase().replace(/\W+/g, '-'),
    label,
    site: 'orbit',
    siteGroup: 'orbit',
    radiotherapy: {
      given: { patients: 1, of: 1 },
      schedules: [{ given: null, doubtful: null, phases: [phase] }],
    },
  };
}
