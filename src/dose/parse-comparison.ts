import { cutOptions } from './cut-options.ts';
import { DoseError } from './dose-error.ts';
import type { DoseOptions } from './dose-options.ts';
import { joinNumberedPhases } from './join-numbered-phases.ts';
import { normaliseText } from './normalise-text.ts';
import { readOptions } from './read-options.ts';
import { readSchedule, type Schedule } from './read-schedule.ts';
import { type DoseWarningCode, inOrder } from './regimen.ts';
import { settleSeparators } from './settle-separators.ts';
import { spellLabels } from './spell-labels.ts';
import { splitSchedules } from './split-schedules.ts';
import { takeSharedUnit } from './take-shared-unit.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokenise.ts';

const mostPhases = 20;

/** What was understood of a comparison. Nothing is computed yet. */
export interface ParsedComparison {
  schedules: readonly Schedule[];
  options: DoseOptions;
  /** Each code once, of whichever schedule. */
  warnings: readonly DoseWarningCode[];
}

/**
 * Reads schedules as people write them, and the options beside them.
 * Doses in Gy or cGy; throws a `DoseError` that says what is wrong and what to write. Linear in the text.
 *
 * @example
 * parseComparison('5400cGy/27 fx vs 2 Gy x 10 ab=10,3').schedules.length; // 2
 */
export function parseComparison(text: string): ParsedComparison {
  const { schedules: written, options: given } = cutOptions(spellLabels(withoutBullets(normaliseText(text))));
  const options = readOptions(given);
  const { tokens, sharedUnitGy } = takeSharedUnit(tokenise(written));
  const parts = splitSchedules(settleSeparators(joinNumberedPhases(tokens)));
  if (parts.length === 0) {
    throw new DoseError(
      'NO_REGIMEN_FOUND',
      'There is no schedule to compare. Write `54 Gy/27F vs 20 Gy/10F`.',
    );
  }
  const inheritedUnitGy = sharedUnitGy ?? findTrailingUnit(parts.at(-1) ?? []);
  const schedules = parts.map((part) => readSchedule(part, inheritedUnitGy));
  const phases = schedules.map((one) => (one.kind === 'regimen' ? one.regimen.phases.length : 1));
  if (phases.reduce((sum, count) => sum + count, 0) > mostPhases) {
    throw new DoseError(
      'TOO_MANY_REGIMENS',
      `More than ${mostPhases} phases cannot be shown at once. Leave some schedules out.`,
    );
  }
  const warnings = schedules.flatMap((one) => (one.kind === 'regimen' ? one.warnings : []));
  return { schedules, options, warnings: inOrder(warnings) };
}

/** Lists are pasted with bullets and numbers; on a single line `-20` keeps its sign. */
function withoutBullets(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/^ ?(?:[-•‣–] |\d{1,2}[.)] )/gm, '');
}

/** `54/27, 20/10, 60/30 Gy`: a unit behind the last count stands for the whole list. */
function findTrailingUnit(tokens: readonly Token[]): number | null {
  const [total, slash, count, unit] = tokens.slice(-4);
  const trails = total?.kind === 'number' && slash?.kind === 'slash' && count?.kind === 'number';
  return trails && unit?.kind === 'unit' ? unit.gy : null;
}
