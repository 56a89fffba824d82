import { editDistance } from '../edit-distance.ts';
import type { FieldLexicon } from './field-lexicon.ts';
import { stemWord } from './stem-word.ts';

/**
 * What replaces a mistyped word by the one word of the field or of the base that it comes near: one mistake in five
 * to seven letters, two in more, the first letter right; in five letters none that exchanges one letter for another,
 * and in more no two that do, since then it is most often another word ("fetal" is not "fatal", "preservation" not
 * "presentation"). Everyday words are never touched, since a real word that is
 * "mended" into one of the field would find an answer to what nobody asked.
 *
 * @example
 * typingMender(lexicon, new Set(['radiotherapy']))('radiotherpay') //=> 'radiotherapy'
 */
export function typingMender(lexicon: FieldLexicon, ofBase: ReadonlySet<string>): (word: string) => string {
  const isKnown = (word: string) =>
    word.length < 5 ||
    !/^\p{L}{5,30}$/u.test(word) ||
    lexicon.spelled.has(word) ||
    ofBase.has(word) ||
    lexicon.everyday.has(word) ||
    lexicon.ignored.has(word);
  let wanted: WantedWords | undefined;
  return (word) => {
    if (isKnown(word)) return word;
    wanted ??= wantedWords(lexicon, ofBase);
    const stem = stemWord(word);
    if (wanted.stems.has(stem) || lexicon.everydayStems.has(stem)) return word;
    const most = word.length < 8 ? 1 : 2;
    let best: { word: string; distance: number } | undefined;
    for (const candidate of wanted.byStart.get(word[0]) ?? []) {
      if (Math.abs(candidate.length - word.length) > most) continue;
      const exchanged = candidate.length === word.length ? lettersExchanged(word, candidate) : 0;
      if (exchanged > (word.length === 5 ? 0 : 1)) continue;
      const distance = editDistance(word, candidate);
      if (distance <= most && (!best || distance < best.distance)) best = { word: candidate, distance };
    }
    return best?.word ?? word;
  };
}

interface WantedWords {
  stems: ReadonlySet<string>;
  byStart: ReadonlyMap<string | undefined, readonly string[]>;
}

function wantedWords(lexicon: FieldLexicon, ofBase: ReadonlySet<string>): WantedWords {
  const wanted = new Set([...lexicon.spelled, ...ofBase].filter((word) => /^\p{L}{5,}$/u.test(word)));
  return { stems: new Set([...wanted].map(stemWord)), byStart: Map.groupBy(wanted, (word) => word[0]) };
}

/** How many letters of a word are none of the other's, each counted as often as it stands there. */
function lettersExchanged(word: string, other: string): number {
  const left = [...other];
  return [...word].filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}
