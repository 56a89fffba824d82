import type { ShownAlphaBeta } from '../../knowledge/alpha-beta-schema.ts';
import { compareRegimens } from './compare-regimens.ts';
import type { Comparison } from './comparison.ts';
import { type ParsedComparison, parseComparison } from './parse-comparison.ts';
import { findPublishedSchedules, type PublishedForDose } from './published-schedules.ts';

/** What typed names and figures are looked up in. */
export interface DoseKnowledge {
  cases: Iterable<PublishedForDose>;
  /** The α/β (Gy) of a comparison that names none. */
  shown: readonly ShownAlphaBeta[];
}

/**
 * The whole way from what is typed to the comparison: read, look names up, compare.
 * Throws a `DoseError` for whatever cannot be read, found or computed.
 *
 * @example
 * compareTyped('20 Gy/1F ab=10', { cases: [], shown: [] }).comparison.regimens[0].results[0].eqd2Gy; // 50
 */
export function compareTyped(
  text: string,
  { cases, shown }: DoseKnowledge,
): { parsed: ParsedComparison; comparison: Comparison } {
  const parsed = parseComparison(text);
  const schedules = findPublishedSchedules(parsed.schedules, [...cases]);
  return { parsed, comparison: compareRegimens(schedules, parsed.options, shown) };
}
