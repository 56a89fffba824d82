import { checkedAlphaBetaGy } from './alpha-beta.ts';
import type { OptionName } from './cut-options.ts';
import { DoseError } from './dose-error.ts';
import type { DoseOptions } from './dose-options.ts';
import { type Weekday, weekdays } from './overall-time.ts';

type Written = ReadonlyMap<OptionName, string>;

const mostAlphaBetas = 6;

/**
 * Checks the options as written and gives them their types and units.
 * Throws a `DoseError` for a value that has no meaning, or for half of a pair that works only together.
 *
 * @example
 * readOptions(new Map([['ab', '10,3']])); // { alphaBetaGy: [10, 3] }
 */
export function readOptions(written: Written): DoseOptions {
  const read: DoseOptions = {
    ...readAlphaBeta(written),
    ...given('reference', written.get('ref'), (value) => whole('ref', value, 1)),
    ...given('overallDays', written.get('days'), (value) => list('days', value, above0)),
    ...given('fractionsPerWeek', written.get('per week'), (value) => whole('per week', value, 1)),
    ...given('start', written.get('start'), (value) => weekday('start', value)),
    ...given('treatmentWeekdays', written.get('weekdays'), (value) => list('weekdays', value, weekday)),
    ...given('missedElapsedDays', written.get('missed'), (value) =>
      list('missed', value, (_, one) => whole('missed', one, 1)),
    ),
    ...given('isoEffectFractions', written.get('as'), isoEffectFractions),
    ...given('repair', together(written, ['interval', 'repair']), ([interval = '', repair = '']) => ({
      intervalHours: above0('interval', interval.replace(/h$/i, '')),
      halfTimeHours: above0('repair', repair.replace(/h$/i, '')),
    })),
    ...readRepopulation(written),
    ...(written.has('sum') ? { sumCourses: true } : {}),
  };
  return read;
}

function given<K extends keyof DoseOptions, V>(
  key: K,
  value: V | undefined,
  read: (value: V) => DoseOptions[K],
): Pick<DoseOptions, K> | object {
  return value === undefined ? {} : { [key]: read(value) };
}

function readAlphaBeta(written: Written): DoseOptions {
  const value = written.get('ab');
  if (value === undefined) return {};
  const alphaBetaGy = [...new Set(list('ab', value, (_, one) => alphaBetaGyOf(one)))];
  if (alphaBetaGy.length <= mostAlphaBetas) return { alphaBetaGy };
  throw invalid('ab', value, `up to ${mostAlphaBetas} numbers, as \`ab=10,3\``);
}

function alphaBetaGyOf(written: string): number {
  const number = toNumber(written);
  if (!Number.isNaN(number)) return checkedAlphaBetaGy(number);
  const shown =
    written === '' ? 'No number stands' : `"${written.slice(0, 20)}" is not a number that can stand`;
  throw new DoseError(
    'ALPHA_BETA_NOT_POSITIVE',
    `${shown} behind α/β. Write numbers above 0, as \`ab=10,3\`.`,
  );
}

function readRepopulation(written: Written): DoseOptions {
  if (!['k', 'tk', 'alpha', 'tp'].some((name) => written.has(name as OptionName))) return {};
  if (written.has('k') && (written.has('alpha') || written.has('tp'))) {
    throw new DoseError(
      'OPTION_INVALID',
      'Repopulation is given twice. Write `k=0.6 tk=28`, or `alpha=0.35 tp=3 tk=21`.',
    );
  }
  const byDoubling = written.has('alpha') || written.has('tp');
  const parts = together(written, byDoubling ? ['alpha', 'tp', 'tk'] : ['k', 'tk']) ?? [];
  const kickoffDays = from0('tk', (parts.at(-1) ?? '').replace(/d$/i, ''));
  if (!byDoubling) return { repopulation: { kickoffDays, lossGyPerDay: from0('k', parts[0] ?? '') } };
  const alphaPerGy = above0('alpha', parts[0] ?? '');
  const doublingDays = above0('tp', (parts[1] ?? '').replace(/d$/i, ''));
  return { repopulation: { kickoffDays, alphaPerGy, doublingDays } };
}

/** A parameter left out must not be ignored in silence: all of them, or a refusal. */
function together(written: Written, names: readonly OptionName[]): string[] | undefined {
  const present = names.filter((name) => written.has(name));
  if (present.length === 0) return undefined;
  if (present.length === names.length) return names.map((name) => written.get(name) ?? '');
  const missing = names.filter((name) => !written.has(name)).map((name) => `\`${name}=\``);
  throw new DoseError(
    'OPTION_INVALID',
    `\`${present.join('= ')}=\` needs ${missing.join(' and ')} too. Write all: \`interval=6h repair=4h\`, \`k=0.6 tk=28\` or \`alpha=0.35 tp=3 tk=21\`.`,
  );
}

function isoEffectFractions(value: string): number {
  const fractions = toNumber(value);
  if (Number.isInteger(fractions) && fractions > 0 && fractions <= 100) return fractions;
  const code = fractions > 100 ? 'FRACTIONS_IMPLAUSIBLE' : 'FRACTIONS_NOT_POSITIVE_INTEGER';
  throw new DoseError(
    code,
    `${value} fractions cannot be given. Write a whole number up to 100, as \`as 20F\`.`,
  );
}

function list<T>(name: OptionName, value: string, read: (name: OptionName, one: string) => T): T[] {
  return value.split(',').map((one) => read(name, one.trim()));
}

function weekday(name: OptionName, value: string): Weekday {
  const found = weekdays.find((day) => value.toLowerCase().startsWith(day.toLowerCase()));
  if (found) return found;
  throw invalid(name, value, `one of ${weekdays.join(', ')}`);
}

function whole(name: OptionName, value: string, least: number): number {
  const number = toNumber(value);
  if (Number.isInteger(number) && number >= least && number <= 1000) return number;
  throw invalid(name, value, `a whole number from ${least}`);
}

function above0(name: OptionName, value: string): number {
  const number = toNumber(value);
  if (number > 0 && number <= 1000) return number;
  throw invalid(name, value, 'a number above 0');
}

function from0(name: OptionName, value: string): number {
  const number = toNumber(value);
  if (number >= 0 && number <= 1000) return number;
  throw invalid(name, value, 'a number from 0');
}

/** NaN for anything but plain decimals: `Number` alone would take `1e3`, `0x10` and an empty text. */
function toNumber(value: string): number {
  return /^-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})$/.test(value) ? Number(value) : Number.NaN;
}

function invalid(name: OptionName, value: string, expected: string): DoseError {
  return new DoseError(
    'OPTION_INVALID',
    `\`${name}=${value.slice(0, 20)}\` is not understood. Write ${expected}.`,
  );
}
