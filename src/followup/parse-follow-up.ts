import { UserError } from '../errors.ts';
import { editDistance } from '../evidence/edit-distance.ts';
import { checkedDraft, type FollowUpDraft } from './checked-draft.ts';
import { keywords, readPart, type TypedParts } from './read-typed-part.ts';
import { typedWords } from './typed-words.ts';
import { BODY_SITES, modalitySpellings, siteSpellings } from './vocabulary.ts';

const form =
  '`CASE-12 CT chest due 2027-02-23 window 14d owner @name backup @name every 3 months until 2032-02-23`';

/**
 * Reads the typed form of a new follow-up; its parts may come in any order, people as Slack escapes them
 * (`<@U123>`, `<@U123|name>`). Throws a `UserError` for an unknown word (told by its place and never repeated, for
 * it may be a name), for a part given twice, and one that names every missing part. Linear in the text.
 *
 * @example
 * parseFollowUp('CASE-12 CT chest due 2027-02-23 window 14d owner <@U1> backup <@U2>').windowDays //=> 14
 */
export function parseFollowUp(text: string): FollowUpDraft {
  const words = typedWords(text);
  let parts: TypedParts = {};
  for (let at = 0; at < words.length; ) {
    const read = readPart(words.slice(at, at + 6), parts);
    if (read === null) throw unknownWord(words[at] ?? '', at + 1, parts);
    for (const name of Object.keys(read.given)) {
      if (name in parts)
        throw new UserError(`Nothing was saved. ${twice[name as keyof TypedParts]} is given twice.`);
    }
    parts = { ...parts, ...read.given };
    at += read.words;
  }
  const { every, untilOn, ...rest } = parts;
  if (every === undefined && untilOn !== undefined) {
    throw new UserError(
      '`until` ends a series that has no interval. Write `every 3 months until 2032-02-23`.',
    );
  }
  const recurrence = every ? { every: every.amount, unit: every.unit, untilOn: untilOn ?? null } : null;
  return checkedDraft({ ...rest, recurrence });
}

const twice: Record<keyof TypedParts, string> = {
  caseCode: 'A case code (one command holds one follow-up; write the other behind an `add` of its own)',
  modality: 'A modality',
  bodySite: 'A body site (one follow-up holds one; add the other on its own)',
  contrast: 'The contrast',
  targetOn: 'The due date',
  windowDays: 'The window',
  ownerId: 'The owner',
  backupId: 'The backup',
  every: 'The interval',
  untilOn: 'The end of the series',
};

function unknownWord(word: string, place: number, parts: TypedParts): UserError {
  if (/^(?:\/imt-followup|add)$/i.test(word)) {
    return new UserError(
      `Nothing was saved. Word ${place} begins a second line, and one command holds one follow-up. Send each line on its own.`,
    );
  }
  if (parts.caseCode === undefined && /\d/.test(word)) {
    return new UserError(
      `Nothing was saved. Word ${place} is not a case code. Write letters, a hyphen and up to six digits, as \`CASE-12\`.`,
    );
  }
  const near = nearestWord(word.toLowerCase());
  const hint = near === null ? howItIsWritten(parts) : `Did you mean \`${near}\`?`;
  return new UserError(`Nothing was saved. I do not know word ${place}. ${hint}`);
}

/** Behind a modality comes the body site: its list is short enough to be shown. */
function howItIsWritten({ modality, bodySite }: TypedParts): string {
  if (modality === undefined || bodySite !== undefined) return `Write it as ${form}.`;
  return `If it is the body site, write one of: ${BODY_SITES.join('; ')}. For two places that no word of these names together, add a follow-up each.`;
}

/** A suggestion comes from our own list, so it repeats nothing that a person wrote. */
function nearestWord(word: string): string | null {
  if (word.length < 4 || word.length > 20) return null;
  const known = [...keywords, ...modalitySpellings.keys(), ...siteSpellings.keys()];
  const close = known
    .map((one) => ({ one, distance: editDistance(word, one) }))
    .filter(({ distance }) => distance <= (word.length < 6 ? 1 : 2))
    .sort((a, b) => a.distance - b.distance);
  return close[0]?.one ?? null;
}
