import { foldText } from './fold-text.ts';

const titles = new Set(
  'dr prof professor md phd med mr mrs ms miss msc mph habil dipl priv doz frcp frcr frcs facs'.split(' '),
);

/** A part of a name as it is compared, and whether it stands for the longer words that it begins. */
interface Part {
  letters: string;
  isShort: boolean;
}

/**
 * Whether two written names may be the same person's, whatever their titles, marks, capitals and the order of their
 * parts: each part of the one that has fewer is a part of the other, or its initial. A name too many is taken for the
 * same rather than one too few: nobody may approve what they wrote under another form of their name.
 *
 * @example
 * samePerson('Dr. Ada Byrne', 'byrne, ada') //=> true
 * samePerson('Dr. Ada Byrne', 'Byrne A') //=> true
 * samePerson('Dr. Ada Byrne', 'Bo Byrne') //=> false
 */
export function samePerson(one: string, other: string): boolean {
  return readings(one).some((parts) => readings(other).some((others) => isWithin(parts, others)));
}

/** As words; and with what may be initials written together, as in "Byrne AM", taken apart. */
function readings(name: string): Part[][] {
  const words = [...name.matchAll(/([\p{L}\p{N}\p{M}]+)(\.?)/gu)].filter(
    ([, word = '']) => !titles.has(folded(word)),
  );
  const asWords = words.map(([, word = '', dot]) => part(folded(word), dot === '.'));
  const asInitials = words.flatMap(([, word = '', dot]) =>
    mayBeInitials(word)
      ? [...folded(word)].map((letter) => part(letter, true))
      : [part(folded(word), dot === '.')],
  );
  return [asWords, asInitials];
}

const part = (letters: string, isDotted: boolean): Part => ({
  letters,
  isShort: isDotted || [...letters].length === 1,
});

/** A word of two or three letters that is not written as a name is, with a capital before small ones. */
const mayBeInitials = (word: string) => /^(?:\p{Lu}{2,3}|\p{Ll}{2,3})$/u.test(word);

/** Ä, Ö and Ü are written with and without their e. */
const folded = (word: string) => foldText(word).replace(/(?<=[aou])e/g, '');

function isWithin(one: readonly Part[], other: readonly Part[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.length > 0 && everyOneHasAPartner(few, many);
}

/** Each of `few` with one of `many` of its own; who comes first may have to take another for the sake of the next. */
function everyOneHasAPartner(few: readonly Part[], many: readonly Part[]): boolean {
  const partnerOf = new Map<number, number>();
  const findsOne = (at: number, asked: Set<number>): boolean =>
    many.some((candidate, to) => {
      const wanted = few[at];
      if (wanted === undefined || asked.has(to) || !isAlike(wanted, candidate)) return false;
      asked.add(to);
      const before = partnerOf.get(to);
      if (before !== undefined && !findsOne(before, asked)) return false;
      partnerOf.set(to, at);
      return true;
    });
  return few.every((_, at) => findsOne(at, new Set()));
}

function isAlike(one: Part, other: Part): boolean {
  return (
    one.letters === other.letters ||
    (one.isShort && other.letters.startsWith(one.letters)) ||
    (other.isShort && one.letters.startsWith(other.letters))
  );
}
