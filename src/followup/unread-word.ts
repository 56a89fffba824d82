import { UserError } from '../errors.ts';
import { CLOSING_REASONS, REOPENING_REASONS, reasonMissing } from './closing-reasons.ts';
import { howToClose } from './how-to-close.ts';
import type { ScanFacts } from './read-scan-request.ts';

/** Where reading stopped, and what had been read until there. */
export interface UnreadWord {
  word: string;
  /** From 1. */
  place: number;
  /** The keyword of the part just before it; empty when that has none. */
  behind: string;
  given: ReadonlyMap<string, string>;
  takes: readonly (keyof ScanFacts)[];
  /** What to write where nothing more is known. */
  advice: string | null;
}

/**
 * What to say of a word that could not be read: it is told by its place and never repeated, for it may be a name.
 *
 * @example
 * unreadWord({ word: 'x', place: 2, behind: '', given, takes: [], advice: null }).message
 * //=> 'Nothing was changed. I do not know word 2. Write `/imt-followup help` for what can be written.'
 */
export function unreadWord({ word, place, behind, given, takes, advice }: UnreadWord): UserError {
  const unchanged = (told: string) => new UserError(`Nothing was changed. ${told}`);
  const hasCase = given.has('caseCode');
  if (/^\/imt-followup$/i.test(word))
    return unchanged(`Word ${place} begins a second command. Send each line on its own.`);
  if (behind === 'report' || behind === 'proof')
    return unchanged(
      `I do not know word ${place}. A report's reference has no spaces: write it in one word, as \`RPT-301\`.`,
    );
  if (hasCase && takes.includes('state')) {
    const state = given.get('state');
    if (state === undefined) return unchanged(howToClose);
    const reasons = Object.entries(CLOSING_REASONS).find(([one]) => one === state)?.[1];
    if (reasons && !given.has('reason')) return unchanged(reasonMissing(reasons, `close CASE-12 ${state}`));
  }
  if (hasCase && takes.includes('reason') && !takes.includes('state') && !given.has('reason'))
    return unchanged(reasonMissing(REOPENING_REASONS, 'reopen CASE-12'));
  if (!hasCase && /\d/.test(word))
    return unchanged(
      `Word ${place} is not a case code. Write letters, a hyphen and up to six digits, as \`CASE-12\`.`,
    );
  return unchanged(
    `I do not know word ${place}. ${advice ?? 'Write `/imt-followup help` for what can be written.'}`,
  );
}
