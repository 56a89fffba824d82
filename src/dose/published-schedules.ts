import type { PublishedCase } from '../../knowledge/schema.ts';
import { checkPlausible } from './check-plausible.ts';
import { DoseError } from './dose-error.ts';
import { lqStrongNoteAboveGy } from './lq-limits.ts';
import { phase } from './phase.ts';
import type { Schedule, WrittenSchedule } from './read-schedule.ts';
import { type DoseWarningCode, sumPhases } from './regimen.ts';
import { isShownExactly } from './show-number.ts';

/** What must be told beside each schedule of a published case; it is only carried along here. */
interface ToldOfCase {
  /** That a statement on it is in doubt, in a word or two, as "under review". */
  standing: string | null;
  /** Whole sentences, the gravest first. */
  warnings: readonly string[];
}

const nothingTold: ToldOfCase = { standing: null, warnings: [] };

/** Where a published schedule stands, and what is doubtful about it. */
interface Publication {
  caseId: string;
  /** "Lee 2006". */
  label: string;
  printedAs: string;
  /** In a series: how many had this schedule. */
  given: { patients: number; of: number } | null;
  doubtful: string | null;
  told: ToldOfCase;
}

/** A published schedule that lacks what a computation needs. It is shown, and said to lack it. */
interface IncompleteSchedule {
  kind: 'incomplete';
  publication: Publication;
  totalDoseGy: number | null;
  fractions: number | null;
  missing: 'dose' | 'fractions' | 'dose and fractions';
}

export type ComparableSchedule = (WrittenSchedule & { publication?: Publication }) | IncompleteSchedule;

/** A published case as it is looked up. */
export type PublishedForDose = Pick<PublishedCase, 'id' | 'label' | 'site' | 'siteGroup' | 'radiotherapy'> & {
  told?: ToldOfCase;
};

const most = 12;

/**
 * Puts published schedules in place of their names: a label (`lee 2006`), a site or its group (`orbit`), or
 * `table` for all. Written schedules stay as they are.
 * Throws a `DoseError` when a name stands for nothing, or for more than can be shown.
 *
 * @example
 * findPublishedSchedules([{ kind: 'named', name: 'lee 2006' }], cases)[0].publication.label; // 'Lee 2006'
 */
export function findPublishedSchedules(
  schedules: readonly Schedule[],
  cases: readonly PublishedForDose[],
): ComparableSchedule[] {
  const found = schedules.flatMap((schedule): ComparableSchedule[] => {
    if (schedule.kind === 'regimen') return [schedule];
    const matching = cases.filter((one) => isNamed(one, schedule.name));
    const published = matching.flatMap(schedulesOf);
    if (published.length > 0) return published;
    const known = matching[0];
    throw new DoseError(
      'NO_REGIMEN_FOUND',
      known
        ? `${known.label} is in the knowledge base, but prints no schedule. Write one, as \`54 Gy/27F\`.`
        : `I found no dose in "${schedule.name}", and no published schedule of that name. Write \`54 Gy/27F vs 20 Gy/10F\`, or \`table\` for the published ones.`,
    );
  });
  if (found.length <= most) return found;
  throw new DoseError(
    'TOO_MANY_REGIMENS',
    `These are ${found.length} schedules; ${most} can be compared at once. Name single ones, as \`${cases[0]?.label.toLowerCase() ?? 'lee 2006'}\`.`,
  );
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

function isNamed({ id, label, site, siteGroup }: PublishedForDose, name: string): boolean {
  const asked = fold(name);
  if (['table', 'published', 'all'].includes(asked)) return true;
  const words = (text: string) => ` ${fold(text)} `;
  // Ids begin with their source's label, so a part of one would name every row of that source.
  return fold(id) === asked || [label, site, siteGroup].some((text) => words(text).includes(` ${asked} `));
}

function schedulesOf(one: PublishedForDose): ComparableSchedule[] {
  return one.radiotherapy.schedules.map(({ phases, doubtful, given }): ComparableSchedule => {
    const printedAs = phases.map((printed) => printed.printedAs).join(' + ');
    const { id: caseId, label, told = nothingTold } = one;
    const publication: Publication = { caseId, label, printedAs, given, doubtful, told };
    const built = phases.flatMap(({ totalDoseGy, fractions }) =>
      totalDoseGy !== null && fractions !== null ? [phase(totalDoseGy, fractions)] : [],
    );
    if (built.length < phases.length) {
      const sum = (values: readonly (number | null)[]) =>
        values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
      const totalDoseGy = sum(phases.map((printed) => printed.totalDoseGy));
      const fractions = sum(phases.map((printed) => printed.fractions));
      const lacks = [totalDoseGy === null && 'dose', fractions === null && 'fractions'].filter(Boolean);
      const missing = lacks.join(' and ') as IncompleteSchedule['missing'];
      return { kind: 'incomplete', publication, totalDoseGy, fractions, missing };
    }
    for (const printed of built) checkPlausible(printed, 1);
    const warnings: DoseWarningCode[] = [];
    if (built.some((printed) => !isShownExactly(printed.dosePerFractionGy)))
      warnings.push('DOSE_PER_FRACTION_ROUNDED');
    if (built.some((printed) => printed.dosePerFractionGy > lqStrongNoteAboveGy)) {
      warnings.push('LQ_HIGH_DOSE_PER_FRACTION');
    }
    const regimen = { phases: built, ...sumPhases(built) };
    return { kind: 'regimen', regimen, warnings, ignoredWords: [], publication };
  });
}
