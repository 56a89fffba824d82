import { eponymPairs } from '../names/clinical-words.ts';
import { isCommonWord, isOfInstitution } from '../names/is-common-word.ts';
import { isGivenName, isSurname, isWordName } from '../names/is-name.ts';
import { announcesPerson } from './announces-person.ts';

interface Person {
  /** In units of the run. */
  start: number;
  end: number;
  /** Of two words at least, or of one behind an initial. */
  isPair: boolean;
  isInitialled: boolean;
  /** Whether one of its words is in the lists. */
  isListed: boolean;
}

interface Word {
  written: string;
  index: number;
}

const isInitial = (word: string) => word.length < 3 && /^\p{Lu}\.?$/u.test(word);
const isListedWord = (word: string) => isGivenName(word) || isSurname(word) || isWordName(word);
/** In capitals abbreviations abound. */
const isAbbreviation = (word: string) =>
  word.length < 4 && /^\p{Lu}{2,3}$/u.test(word) && !(word.length > 2 && isListedWord(word));

/**
 * The part of a run of words with capitals that may be a name: what is left without the words of the field, of
 * institutions and of everyday language. Undefined where nothing is.
 *
 * @example
 * personInRun('Discuss Ondrea Quillfeather')?.start //=> 8
 */
export function personInRun(run: string): Person | undefined {
  const from = announcedUntil(run);
  const words: Word[] = [];
  for (let index = from; index < run.length; index += (words.at(-1)?.written.length ?? 0) + 1) {
    const stop = run.indexOf(' ', index);
    words.push({ written: run.slice(index, stop < 0 ? undefined : stop), index });
  }
  const parts = partsOf(words);
  const [first, last] = [parts[0], parts.at(-1)];
  const names = parts.map(({ written }) => written);
  const full = names.filter((each) => /^(?:\p{Lu}.*\p{L}{2}|\p{Ll}{2}-\p{Lu})/u.test(each));
  if (!first || !last || full.length === 0 || full.some(isOfInstitution)) return undefined;
  if (names.some((each, at) => eponymPairs.has(`${names[at - 1]}-${each}`.toLowerCase()))) return undefined;
  const isInitialled = isInitial(names[0] ?? '') || /^\p{Lu}\./u.test(names[0] ?? '');
  const isPair = full.length > 1 || names.length > 1 || isInitialled;
  if (!isPair && /^\p{Lu}{2}/u.test(full[0] ?? '')) return undefined;
  return {
    start: first.index,
    end: last.index + last.written.length,
    isPair,
    isInitialled,
    isListed: full.some(isListedWord),
  };
}

/** "Schnitte von Wolfhart Zeisberger" */
function announcedUntil(run: string): number {
  if (!run.includes(' von ') && !run.includes(' d')) return 0;
  const [opening = ''] = /^\p{Lu}\p{Ll}+ (?:von|de|di) (?=\p{Lu})/u.exec(run) ?? [];
  return opening !== '' && announcesPerson.test(opening.toLowerCase()) ? opening.length : 0;
}

function partsOf(words: readonly Word[]): Word[] {
  const isPart = ({ written }: Word) =>
    isInitial(written) || (!isCommonWord(written) && !isAbbreviation(written));
  const first = words.findIndex((each, at) => {
    if (!/^(?:\p{Lu}|\p{Ll}{2}-)/u.test(each.written)) return false;
    // "Will Roseberry": a word that is a name as well, before what is no word.
    const next = words[at + 1];
    return isPart(each) || (next !== undefined && isWordName(each.written) && isPart(next));
  });
  if (first < 0) return [];
  const stop = words.findIndex((each, at) => at > first && !isPart(each) && !/^\p{Ll}/u.test(each.written));
  const parts = words.slice(first, stop < 0 ? undefined : stop);
  while (/^\p{Ll}+$/u.test(parts.at(-1)?.written ?? '')) parts.pop();
  return parts;
}
