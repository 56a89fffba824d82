import { isYear } from './count-amounts.ts';
import { cutStatedSum } from './cut-stated-sum.ts';
import { DoseError } from './dose-error.ts';
import { lqStrongNoteAboveGy } from './lq-limits.ts';
import { type ReadPhase, readPhase } from './read-phase.ts';
import { refuseCumulative } from './refuse-cumulative.ts';
import { type DoseWarningCode, inOrder, type Phase, type Regimen, sumPhases } from './regimen.ts';
import { showNumber } from './show-number.ts';
import { splitPhases } from './split-phases.ts';
import type { Token, TokenKind } from './token.ts';

/** A schedule given by its doses. */
export interface WrittenSchedule {
  kind: 'regimen';
  regimen: Regimen;
  warnings: readonly DoseWarningCode[];
  /** Words that played no part, to be shown: nothing is left out in silence. */
  ignoredWords: readonly string[];
}

/** A published schedule asked for by name; what it stands for is looked up later. */
interface NamedSchedule {
  kind: 'named';
  name: string;
}

export type Schedule = WrittenSchedule | NamedSchedule;

/**
 * Reads one schedule: phases with their doses, or the name of a published one (`lee 2006`, `orbit`).
 * Throws a `DoseError` for prose and for whatever its phases refuse.
 *
 * @example
 * readSchedule(tokenise('lee 2006'), null); // { kind: 'named', name: 'lee 2006' }
 */
export function readSchedule(tokens: readonly Token[], inheritedUnitGy: number | null): Schedule {
  const name = findName(tokens);
  if (name) return { kind: 'named', name };
  const read = readPhases(splitPhases(tokens), inheritedUnitGy);
  refuseCumulative(read);
  if (read.length > 1 && read.some(({ notes }) => notes.simultaneous)) {
    throw new DoseError(
      'SIMULTANEOUS_LEVELS',
      'A simultaneous boost is not a phase after the other. Write the levels as two schedules: `70 Gy/35F vs 56 Gy/35F`.',
    );
  }
  const phases = read.map(({ phase }) => phase);
  const warnings = read.flatMap((one) => one.warnings);
  if (phases.some(({ dosePerFractionGy }) => dosePerFractionGy > lqStrongNoteAboveGy)) {
    warnings.push('LQ_HIGH_DOSE_PER_FRACTION');
  }
  const regimen: Regimen = {
    phases,
    ...sumPhases(phases),
    ...sharedFrequency(phases),
    ...statedTime(read.map(({ notes }) => notes)),
  };
  return {
    kind: 'regimen',
    regimen,
    warnings: inOrder(warnings),
    ignoredWords: read.flatMap(({ notes }) => notes.ignoredWords),
  };
}

/** A sum behind the phases is taken out where it is theirs; where it is not, it is left to be refused. */
function readPhases(phases: readonly (readonly Token[])[], inheritedUnitGy: number | null): ReadPhase[] {
  const read = (tokens: readonly Token[]) => readPhase(tokens, inheritedUnitGy);
  const stated = phases.length > 1 ? cutStatedSum(phases.at(-1) ?? []) : null;
  if (stated === null) return phases.map(read);
  const before = phases.slice(0, -1).map(read);
  const all = [...before, read(stated.last)];
  const { totalDoseGy, fractions } = sumPhases(all.map(({ phase }) => phase));
  const isTheirs = Math.abs(totalDoseGy - stated.sum.totalDoseGy) < 1e-6;
  const isCounted = stated.sum.fractions === undefined || stated.sum.fractions === fractions;
  if (isTheirs && isCounted) return all;
  try {
    return [...before, read(phases.at(-1) ?? [])];
  } catch (error) {
    // What stands there is no dose of the last phase either: then it is the sum that does not hold.
    if (
      error instanceof DoseError &&
      stated.sum.totalDoseGy > sumPhases(before.map(({ phase }) => phase)).totalDoseGy
    )
      throw sumError(
        all.map(({ phase }) => phase),
        stated.sum,
      );
    throw error;
  }
}

function sumError(phases: readonly Phase[], stated: { totalDoseGy: number; fractions?: number }): DoseError {
  const { totalDoseGy, fractions } = sumPhases(phases);
  const shown = (gray: number) => `${showNumber(gray, 4)} Gy`;
  const doses = phases.map((one) => shown(one.totalDoseGy)).join(' + ');
  const counts = stated.fractions === undefined ? '' : ` in ${stated.fractions} fractions`;
  return new DoseError(
    'UNPARSED_TAIL',
    `${doses} = ${shown(totalDoseGy)} in ${fractions} fractions, not ${shown(stated.totalDoseGy)}${counts}. Write the phases alone, as \`38 Gy/19F + 16 Gy/8F\`.`,
  );
}

/** "de Vries 2010", "left sphenoid and cavernous sinus", "lymph nodes". */
const inNames: readonly TokenKind[] = ['word', 'of', 'for', 'in', 'and', 'with', 'thing'];

/** One to four words, at the end perhaps a year, and among them one that is not of radiotherapy in general. */
function findName(tokens: readonly Token[]): string | null {
  const spoken = tokens.filter(({ kind }) => kind !== 'dash' && kind !== 'comma');
  const named = isYear(spoken.at(-1)) ? spoken.slice(0, -1) : spoken;
  const words = named.filter((token) => token.kind === 'word');
  if (named.length === 0) throw noDose('');
  if (words.length === 0 || !named.every(({ kind }) => inNames.includes(kind))) return null;
  const name = spoken.map((token) => token.text).join(' ');
  const isName = words.length <= 4 && name.length <= 60 && words.some((token) => !token.known);
  if (!isName) throw noDose(name);
  return name;
}

function noDose(text: string): DoseError {
  const found = text ? `I found no dose in "${text.slice(0, 60)}".` : 'There is no schedule to compare.';
  return new DoseError('NO_REGIMEN_FOUND', `${found} Write \`54 Gy/27F vs 20 Gy/10F\`.`);
}

function sharedFrequency(phases: readonly Phase[]): Pick<Regimen, 'fractionsPerWeek'> {
  const stated = new Set(phases.map((phase) => phase.fractionsPerWeek).filter((one) => one !== undefined));
  const [fractionsPerWeek] = stated;
  return stated.size === 1 && fractionsPerWeek !== undefined ? { fractionsPerWeek } : {};
}

/** A time behind one phase is that of the course; one behind each is that of each, and they add up. */
function statedTime(
  notes: readonly { overallDays?: number; overallWeeks?: number }[],
): Pick<Regimen, 'overallDays' | 'overallWeeks'> {
  const sum = (values: readonly (number | undefined)[]) => {
    const stated = values.filter((value) => value !== undefined);
    if (stated.length === 0) return null;
    const total = stated.reduce((sum, value) => sum + value, 0);
    if (total <= 400) return Number(total.toFixed(6));
    throw new DoseError('OPTION_INVALID', `${total} is no overall time. Write \`54 Gy/27F over 37 days\`.`);
  };
  const days = sum(notes.map(({ overallDays }) => overallDays));
  const weeks = sum(notes.map(({ overallWeeks }) => overallWeeks));
  return {
    ...(days === null ? {} : { overallDays: days }),
    ...(weeks === null ? {} : { overallWeeks: weeks }),
  };
}
