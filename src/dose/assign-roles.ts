import { DoseError } from './dose-error.ts';
import type { Amount, PhaseNotes } from './phase-notes.ts';
import { refuseSimultaneous } from './refuse-simultaneous.ts';

/** Less is not given in one fraction of a course; between it and 1.5 Gy both readings are. */
const leastGyOfRated = 0.5;

/** Which amount is the total, which the dose of one fraction, and which the number of fractions. */
export interface Roles {
  total?: Amount;
  perFraction?: Amount;
  fractions?: Amount;
}

/**
 * Decides the role of each amount from its unit and from the signs around it: `x` stands between a dose
 * and a count, `/` and `in` between a total and a count, `at` and `per fraction` mark the dose of one.
 * Throws a `DoseError` when two amounts claim one role or an amount has none.
 *
 * @example
 * assignRoles(readAmounts(tokenise('2 Gy x 27'))).perFraction?.value; // 2
 */
export function assignRoles({ amounts, simultaneous }: PhaseNotes): Roles {
  const triple = totalEachAndCount(amounts) ?? totalAndProduct(amounts);
  if (triple) return triple;
  refuseSimultaneous(amounts, simultaneous);
  const trailing = trailingUnit(amounts);
  if (trailing) return withRest(trailing.roles, trailing.rest, amounts);
  return settleRated(withRest({}, amounts, amounts));
}

/** "1.5 Gy BID, 30 fractions": what is given so often and would be next to nothing as a total is the dose of each. */
function settleRated({ total, perFraction, fractions }: Roles): Roles {
  const roles = { total, perFraction, fractions };
  if (!total?.rated || perFraction || !fractions || fractions.before.has('slash')) return roles;
  const isNextToNothing = (total.value * total.unitGy) / fractions.value < leastGyOfRated;
  return isNextToNothing ? { perFraction: total, fractions } : roles;
}

/** `54 Gy/27F/2 Gy` in any order: of two doses and a count, the sum itself says which is which. */
function totalEachAndCount(amounts: readonly Amount[]): Roles | null {
  if (amounts.length !== 3) return null;
  const [total, perFraction] = amounts
    .filter(({ kind }) => kind === 'dose')
    .sort((one, other) => other.value * other.unitGy - one.value * one.unitGy);
  const fractions = amounts.find(({ kind }) => kind !== 'dose');
  if (!total || !perFraction || !fractions || fractions.value < 2) return null;
  const [totalGy, eachGy] = [total.value * total.unitGy, perFraction.value * perFraction.unitGy];
  // "54 Gy/1.8 Gy/27F" is refused with its sum.
  const isWritten = perFraction.before.has('slash') && fractions.kind === 'count' && totalGy >= 5 * eachGy;
  const agrees = Math.abs(totalGy - fractions.value * eachGy) < 1e-6;
  return agrees || isWritten ? { total, perFraction, fractions } : null;
}

/** `59.4 (33 x 1.8)`: a bare number before a product is its total, where it is that and only one factor is whole. */
function totalAndProduct(amounts: readonly Amount[]): Roles | null {
  const [total, first, second, ...more] = amounts;
  if (!total || !first || !second || more.length > 0 || !second.before.has('times')) return null;
  const [fractions, perFraction] = Number.isInteger(first.value) ? [first, second] : [second, first];
  if (total.kind !== 'bare' || perFraction.kind === 'count' || fractions.kind === 'dose') return null;
  const isClear = perFraction.kind === 'dose' || !Number.isInteger(perFraction.value);
  const agrees = Math.abs(total.value - fractions.value * perFraction.value * perFraction.unitGy) < 1e-6;
  return isClear && agrees && first.before.size > 0 ? { total, perFraction, fractions } : null;
}

function withRest(start: Roles, rest: readonly Amount[], all: readonly Amount[]): Roles {
  const roles = { ...start };
  for (const amount of rest) {
    const at = all.indexOf(amount);
    const role = roleOf(amount, at, all, roles);
    if (role === 'product') {
      // "1.5 Gy b.i.d. to 45 Gy": what was taken for the total is the dose of one fraction.
      roles.perFraction = roles.total;
      roles.total = amount;
    } else if (role && (!roles[role] || sameCount(roles[role], amount))) roles[role] = amount;
    else throw leftOver(amount, all);
  }
  return roles;
}

type Role = keyof Roles | 'product' | null;

function roleOf(amount: Amount, at: number, all: readonly Amount[], roles: Roles): Role {
  if (amount.kind === 'count') return 'fractions';
  const previous = all[at - 1];
  const following = all[at + 1];
  const { before } = amount;
  const timesBefore = previous !== undefined && before.has('times');
  const timesAfter = following?.before.has('times') ?? false;
  if (amount.total || before.has('equals') || before.has('total')) {
    // "1.5 Gy BID, 45 Gy total": the dose before was that of one fraction.
    if (amount.kind === 'dose' && isLoneDose(roles)) return 'product';
    if (amount.kind === 'dose' || !timesAfter) return 'total';
  }
  if (amount.kind === 'dose') {
    if (amount.perFraction || before.has('each')) return 'perFraction';
    if (timesBefore || timesAfter) return 'perFraction';
    if (before.has('to') && previous?.kind === 'dose' && roles.total === previous) return 'product';
    const marked = before.has('at') || before.has('of') || before.has('open');
    return marked && !roles.perFraction && (roles.total || roles.fractions) ? 'perFraction' : 'total';
  }
  if (roles.perFraction && roles.fractions) return null;
  if (timesBefore || timesAfter) return bareByTimes(amount, timesBefore ? previous : following);
  if (previous && before.has('at')) return 'perFraction';
  if (previous && (before.has('slash') || before.has('in'))) return 'fractions';
  if (following && (following.before.has('slash') || following.before.has('in'))) return 'total';
  return null;
}

function isLoneDose({ total, perFraction, fractions }: Roles): boolean {
  return total?.kind === 'dose' && !perFraction && !fractions;
}

/** `2 Gy x 27` and `27F x 2` are clear; of `1.8 x 28` only one can be a count; `2 x 27` reads both ways. */
function bareByTimes(amount: Amount, other: Amount | undefined): Role {
  if (other?.kind === 'dose') return 'fractions';
  if (other?.kind === 'count') return 'perFraction';
  const whole = [amount, other].map((one) => Number.isInteger(one?.value));
  if (whole[0] === whole[1] && amount.value !== other?.value) {
    throw new DoseError(
      'DOSE_MISSING',
      `Which number of "${amount.text} × ${other?.text}" is the dose? Write its unit, as \`2 Gy x 27\`.`,
    );
  }
  if (amount.value === other?.value) return amount.before.has('times') ? 'fractions' : 'perFraction';
  return whole[0] ? 'fractions' : 'perFraction';
}

/** `60/30 Gy`: the unit stands behind the count, and belongs to the total. */
function trailingUnit(amounts: readonly Amount[]): { roles: Roles; rest: Amount[] } | null {
  const [first, second, ...rest] = amounts;
  if (first?.kind !== 'bare' || second?.kind !== 'dose' || second.perFraction) return null;
  if (!second.before.has('slash') || rest[0]?.before.has('times')) return null;
  const total: Amount = { ...first, kind: 'dose', unitGy: second.unitGy };
  return { roles: { total, fractions: { ...second, kind: 'count', unitGy: 1 } }, rest };
}

function sameCount(held: Amount, again: Amount): boolean {
  return held.kind === 'count' && again.kind === 'count' && held.value === again.value;
}

function leftOver(amount: Amount, all: readonly Amount[]): DoseError {
  const isSchedule = all.some(({ kind }) => kind !== 'bare');
  if (!isSchedule) {
    return new DoseError(
      'NO_REGIMEN_FOUND',
      `I cannot find a dose in "${all
        .map(({ text }) => text)
        .join(' … ')
        .slice(0, 60)}". Write \`54 Gy/27F\`.`,
    );
  }
  return new DoseError(
    'UNPARSED_TAIL',
    `I do not know what "${amount.text}" belongs to. Write one schedule as \`54 Gy/27F\`, a second phase behind \`+\`, another schedule behind \`vs\`.`,
  );
}
