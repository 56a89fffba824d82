/** What goes with an answer instead of refusing it, in the order in which it is said. */
const warningCodes = [
  'UNIT_ASSUMED_GY',
  'UNIT_ASSUMED_CGY',
  'APPROXIMATE',
  'RBE_WEIGHTED',
  'DOSE_PER_FRACTION_ROUNDED',
  'LQ_HIGH_DOSE_PER_FRACTION',
] as const;
export type DoseWarningCode = (typeof warningCodes)[number];

/**
 * Each warning once, in their fixed order.
 *
 * @example
 * inOrder(['APPROXIMATE', 'UNIT_ASSUMED_GY', 'APPROXIMATE']); // ['UNIT_ASSUMED_GY', 'APPROXIMATE']
 */
export function inOrder(warnings: readonly DoseWarningCode[]): DoseWarningCode[] {
  return warningCodes.filter((code) => warnings.includes(code));
}

/** A course, or a part of one, of equal fractions. */
export interface Phase {
  totalDoseGy: number;
  fractions: number;
  /** `totalDoseGy / fractions` in full precision, whatever was printed. */
  dosePerFractionGy: number;
  /** Only when stated: 1, 2 or 3. */
  fractionsPerDay?: number;
  /** Only when stated. */
  fractionsPerWeek?: number;
  /** Gy(RBE): already weighted for protons or ions, so not the physical dose. */
  rbeWeighted?: true;
  /** Protons, and not a word on RBE: the dose may be weighted or physical. */
  rbeUnstated?: true;
}

/** One fractionation schedule: phases that follow one another. */
export interface Regimen {
  phases: readonly Phase[];
  totalDoseGy: number;
  fractions: number;
  fractionsPerWeek?: number;
  /** As stated ("5.4W"); never computed. */
  overallWeeks?: number;
  /** As stated ("over 12 days"); never computed. */
  overallDays?: number;
}

/**
 * A dose in Gy to a microgray, because the noise of binary numbers is no dose.
 *
 * @example
 * toMicrogray(58 * 1.2); // 69.6, not 69.60000000000001
 */
export function toMicrogray(doseGy: number): number {
  return Math.round(doseGy * 1e6) / 1e6;
}

/**
 * The sum of phases: total dose in Gy and number of fractions.
 *
 * @example
 * sumPhases([phase(38, 19), phase(16, 8)]); // { totalDoseGy: 54, fractions: 27 }
 */
export function sumPhases(phases: readonly Phase[]): { totalDoseGy: number; fractions: number } {
  const totalDoseGy = toMicrogray(phases.reduce((sum, phase) => sum + phase.totalDoseGy, 0));
  return { totalDoseGy, fractions: phases.reduce((sum, phase) => sum + phase.fractions, 0) };
}
