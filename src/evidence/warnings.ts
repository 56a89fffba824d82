import type { Claim, KnowledgeBase, PublishedCase, Sourced } from '../../knowledge/schema.ts';
import { calendarDay } from '../dates/calendar-day.ts';

/**
 * What a reader must be told beside a claim: its retraction, its own caveats, then the misprints of its source that touch it.
 *
 * @example
 * warningsOfClaim(cisplatinDose, knowledge)
 * //=> ['Printed without "per m²"; …']
 */
export function warningsOfClaim(
  claim: Sourced<Claim>,
  knowledge: Pick<KnowledgeBase, 'misprints'>,
): string[] {
  const retraction = claim.retracted
    ? [`Retracted on ${calendarDay(claim.retracted.on)}: ${claim.retracted.reason}`]
    : [];
  const caveats = claim.caveats.map(({ text }) => text);
  const misprints = knowledge.misprints
    .filter(({ claims }) => claims.includes(claim.id))
    .map(({ explanation }) => explanation);
  return [...new Set([...retraction, ...caveats, ...misprints])];
}

/**
 * What a reader must be told beside a published case: its warnings, why a schedule of it is doubtful,
 * then the misprints of its source that touch it.
 *
 * @example
 * warningsOfCase(gabel2015, knowledge).length > 0 //=> true
 */
export function warningsOfCase(
  one: Sourced<PublishedCase>,
  knowledge: Pick<KnowledgeBase, 'misprints'>,
): string[] {
  const own = one.warnings.map(({ text }) => text);
  const doubts = one.radiotherapy.schedules.flatMap(({ doubtful }) => (doubtful === null ? [] : [doubtful]));
  const misprints = knowledge.misprints
    .filter(({ cases }) => cases.includes(one.id))
    .map(({ explanation }) => explanation);
  return [...new Set([...own, ...doubts, ...misprints])];
}
