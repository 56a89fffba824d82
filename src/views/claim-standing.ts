import type { Claim, ClaimMark, FlagReason, KnowledgeBase } from '../../knowledge/schema.ts';
import { calendarDay } from '../dates/calendar-day.ts';

/** What is wrong with a statement, as part of a sentence. */
export const flagReasonText = {
  'differs-from-source': 'it differs from its source',
  'wrong-figure': 'a figure or unit is wrong',
  'missing-warning': 'a warning or a contrary source is missing',
  outdated: 'it is outdated or retracted',
  other: 'another reason',
} as const satisfies Record<FlagReason, string>;

type Marked = Pick<KnowledgeBase, 'marks'>;

/** That a statement is in doubt, and why; never who said so. Null when nobody did. */
export function standingText({ id }: Pick<Claim, 'id'>, { marks }: Marked): string | null {
  const mark = marks?.get(id);
  return mark ? textOf(mark) : null;
}

/** The same as a line of a message, or none. */
export function standingLines(claim: Pick<Claim, 'id'>, knowledge: Marked): string[] {
  const text = standingText(claim, knowledge);
  return text === null ? [] : [`⚑ _${text}_`];
}

/** The statement as the cell of a table. */
export function withStanding(claim: Pick<Claim, 'id' | 'statement'>, knowledge: Marked): string {
  const text = standingText(claim, knowledge);
  return text === null ? claim.statement : `${claim.statement} ⚑ ${text}`;
}

/** For where there is no room for a reason, as in a picture. */
export function standingWord({ id }: Pick<Claim, 'id'>, { marks }: Marked): string[] {
  const mark = marks?.get(id);
  return mark ? [mark.standing] : [];
}

function textOf(mark: ClaimMark): string {
  return mark.standing === 'found wrong'
    ? `Found wrong ${whenAndWhy(mark)}: its correction is pending`
    : `Under review: flagged on ${calendarDay(mark.on)} (${whyOf(mark)}), not judged yet`;
}

/** Part of a sentence: by whom, when and why a statement was found wrong. */
export function foundWrongText(mark: ClaimMark): string {
  return `found wrong ${whenAndWhy(mark)}`;
}

const whenAndWhy = (mark: ClaimMark) => `by a curator on ${calendarDay(mark.on)} (${whyOf(mark)})`;

const whyOf = ({ reasons }: ClaimMark) => reasons.map((reason) => flagReasonText[reason]).join('; ');
