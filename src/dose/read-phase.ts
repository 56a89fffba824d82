import { assignRoles, type Roles } from './assign-roles.ts';
import { checkPlausible } from './check-plausible.ts';
import { checkTreatmentDays } from './check-treatment-days.ts';
import { decideUnit } from './decide-unit.ts';
import { DoseError } from './dose-error.ts';
import { refuseIons } from './particles.ts';
import { checkDose, checkFractions, phase } from './phase.ts';
import type { Amount, PhaseNotes } from './phase-notes.ts';
import { readAmounts } from './read-amounts.ts';
import { refuseDoubtfulAmounts } from './refuse-doubtful-amounts.ts';
import { type DoseWarningCode, type Phase, toMicrogray } from './regimen.ts';
import { isShownExactly, showNumber } from './show-number.ts';
import type { Token } from './token.ts';

export interface ReadPhase {
  phase: Phase;
  warnings: DoseWarningCode[];
  notes: PhaseNotes;
}

/**
 * Reads one phase from its tokens: total, fractions and dose per fraction, any two of them, or all three when
 * n × d = D agrees. `inheritedUnitGy` is a unit that a list states once at its end.
 * Throws a `DoseError` that shows the sum when they do not agree, or says which number is missing.
 *
 * @example
 * readPhase(tokenise('54 Gy @ 2 Gy per fraction'), null).phase.fractions; // 27
 */
export function readPhase(tokens: readonly Token[], inheritedUnitGy: number | null): ReadPhase {
  const notes = readAmounts(tokens);
  const roles = assignRoles(notes);
  refuseDoubtfulAmounts(roles, notes, inheritedUnitGy);
  refuseIons(notes);
  const warnings: DoseWarningCode[] = [];
  const dose = (amount: Amount | undefined, role: 'total' | 'perFraction') => {
    if (!amount) return null;
    const shared = amount.kind === 'bare' ? (statedUnitGy(roles) ?? inheritedUnitGy) : null;
    const decided = decideUnit(amount, role, shared);
    if (decided.warning) warnings.push(decided.warning);
    checkDose(decided.doseGy, asWritten(amount));
    return decided;
  };
  const total = dose(roles.total, 'total');
  const each = dose(roles.perFraction, 'perFraction');
  const fractions = roles.fractions?.value ?? null;
  if (roles.fractions) checkFractions(roles.fractions.value, asWritten(roles.fractions));
  const built = build(total?.doseGy ?? null, each?.doseGy ?? null, fractions, roles);
  refuseDate(built, roles, inheritedUnitGy);
  checkTreatmentDays(built, roles.fractions === undefined, notes);
  checkPlausible(built, (total ?? each)?.unitGy ?? 1);
  if (notes.approximate) warnings.push('APPROXIMATE');
  if (notes.rbeWeighted) warnings.push('RBE_WEIGHTED');
  if (!isShownExactly(built.dosePerFractionGy)) warnings.push('DOSE_PER_FRACTION_ROUNDED');
  const { fractionsPerDay, fractionsPerWeek } = notes;
  return {
    phase: {
      ...built,
      ...(fractionsPerDay === undefined ? {} : { fractionsPerDay }),
      ...(fractionsPerWeek === undefined ? {} : { fractionsPerWeek }),
      ...(notes.rbeWeighted ? { rbeWeighted: true as const } : {}),
      ...(notes.particles?.kind === 'protons' && !notes.rbeWeighted ? { rbeUnstated: true as const } : {}),
    },
    warnings,
    notes,
  };
}

/** The unit of the other dose in the same phase: `2 Gy x 27 = 54`. */
function statedUnitGy({ total, perFraction }: Roles): number | null {
  const stated = [total, perFraction].find((amount) => amount?.kind === 'dose');
  return stated?.unitGy ?? null;
}

/** The sign of a number is not in its text. */
function asWritten({ value, text }: Amount): string {
  return value < 0 ? `−${text}` : text;
}

function build(totalGy: number | null, eachGy: number | null, fractions: number | null, roles: Roles): Phase {
  if (totalGy === null && eachGy === null) {
    throw fractions === null
      ? new DoseError('NO_REGIMEN_FOUND', 'I found no dose. Write a schedule, as `54 Gy/27F`.')
      : new DoseError('DOSE_MISSING', `${fractions} fractions of what dose? Write \`54 Gy/${fractions}F\`.`);
  }
  if (fractions === null) {
    if (totalGy !== null && eachGy !== null) return phase(totalGy, wholeFractions(totalGy, eachGy));
    throw new DoseError(
      'FRACTIONS_MISSING',
      `${showNumber(totalGy ?? eachGy ?? 0, 4)} Gy in how many fractions? Write them, as \`60 Gy/30F\` or \`2 Gy x 30\`.`,
    );
  }
  if (totalGy === null) return phase(toMicrogray((eachGy ?? 0) * fractions), fractions);
  const built = phase(toMicrogray(totalGy), fractions);
  if (eachGy !== null) checkSum(built, eachGy, roles);
  return built;
}

function wholeFractions(totalGy: number, eachGy: number): number {
  const fractions = totalGy / eachGy;
  const whole = Math.round(fractions);
  if (whole > 0 && Math.abs(fractions - whole) < 1e-6) return whole;
  throw new DoseError(
    'FRACTIONS_NOT_INTEGER',
    `${showNumber(totalGy, 4)} Gy / ${showNumber(eachGy, 4)} Gy = ${showNumber(fractions, 2)}, no whole number of fractions. Write the fractions, as \`54 Gy/27F\`.`,
  );
}

/**
 * n × d must be D. A printed d of two decimals or more may be D / n rounded (`10 Gy in 3 × 3.33 Gy`);
 * one of fewer may not, or `60 Gy/27F at 2 Gy` would pass.
 */
function checkSum(
  { totalDoseGy, fractions, dosePerFractionGy }: Phase,
  eachGy: number,
  { total, perFraction: each }: Roles,
): void {
  if (Math.abs(fractions * eachGy - totalDoseGy) < 1e-6) return;
  const decimals = (each?.decimals ?? 0) + (each?.unitGy === 0.01 ? 2 : 0);
  // A product that is written out (`= 40 Gy`) is a sum to be checked, not a rounding.
  const isProduct = total?.before.has('equals') ?? false;
  if (!isProduct && decimals >= 2 && Math.abs(dosePerFractionGy - eachGy) <= 0.5 * 10 ** -decimals + 1e-9)
    return;
  const sum = `${fractions} × ${showNumber(eachGy, 4)} Gy = ${showNumber(fractions * eachGy, 4)} Gy`;
  throw new DoseError(
    'DOSE_MISMATCH',
    `${sum}, not ${showNumber(totalDoseGy, 4)} Gy. Write two of the three numbers, as \`54 Gy/27F\`.`,
  );
}

/** `5/27` is a date more likely than 0.19 Gy a fraction; with a unit or an `F` it is what it says. */
function refuseDate(
  built: Phase,
  { total, perFraction, fractions }: Roles,
  inheritedUnitGy: number | null,
): void {
  if (perFraction || inheritedUnitGy !== null) return;
  // "40/60 Gy given" is a part of a course: the unit stands behind both.
  const isPart = total?.kind === 'dose' && !/\p{L}/u.test(total.text);
  const bare = isPart || (total?.kind === 'bare' && fractions?.kind === 'bare');
  if (bare && built.fractions <= 100 && built.dosePerFractionGy < 1) {
    throw new DoseError(
      'NO_REGIMEN_FOUND',
      `I cannot tell that "${total.text}/${fractions?.text}" is a dose. Write its unit and its fractions, as \`5 Gy/27F\`.`,
    );
  }
}
