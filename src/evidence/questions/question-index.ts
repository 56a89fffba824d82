import type { FieldWord } from '../../../knowledge/question-schema.ts';
import type { Claim, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { analyseText, type Term, type WordsRead } from './analyse-text.ts';
import { claimSearch } from './claim-search.ts';
import { claimText } from './claim-text.ts';
import { type FieldLexicon, fieldLexicon } from './field-lexicon.ts';
import { isNamed } from './is-named.ts';
import { typingMender } from './mend-typing.ts';
import { sitesIn } from './sites-in.ts';
import { sourceNames } from './source-names.ts';
import { type WordScores, wordScores } from './word-scores.ts';

export interface IndexedClaim {
  claim: Sourced<Claim>;
  /** Everything it can be found by. What is named counts only where the claim says it, not where a question asks it. */
  tokens: ReadonlySet<string>;
  /** What it speaks of itself: its statement and its tags, and what those are kinds of. */
  mentions: ReadonlySet<string>;
  asks: readonly ReadonlySet<string>[];
  /** The sites that its statement names. */
  sites: ReadonlySet<string>;
}

/** The knowledge base made ready for questions; built anew whenever it changes. */
export interface QuestionIndex {
  knowledge: KnowledgeBase;
  lexicon: FieldLexicon;
  mend(word: string): string;
  claims: ReadonlyMap<string, IndexedClaim>;
  /** The ids of the claims by the places that `scoresOf` tells. */
  idAt: readonly string[];
  scoresOf: WordScores;
  /** How many claims mention a token themselves; none means that it lies outside the base. */
  mentionedBy: ReadonlyMap<string, number>;
  /** What a claim mentions that was found in a sarcoma for itself: neither in IMT nor for comparison with it alone. */
  mentionedOfSarcoma: ReadonlySet<string>;
  sourceNames: ReadonlySet<string>;
  /** What a claim mentions that gives an amount of a drug. */
  mentionedWithDrugDose: ReadonlySet<string>;
  /** How much a token tells claims apart. */
  rarity(token: string): number;
}

/**
 * The index of all claims that have not been retracted.
 *
 * @example
 * questionIndex(knowledge).mentionedBy.get('@pembrolizumab') //=> undefined
 */
export function questionIndex(knowledge: KnowledgeBase): QuestionIndex {
  const lexicon = fieldLexicon(knowledge.questionWords);
  const shortNames = new Map<string, string>();
  const search = claimSearch(shortNames);
  const wordsRead: WordsRead = new Map();
  const read = (text: string) => analyseText(text, lexicon, undefined, wordsRead);
  const readHeading = onceEach(read);
  const broaderOf = onceEach(({ broader }: FieldWord) => broader.map((id) => `@${id}`));
  const stated = [...knowledge.claims.values()]
    .filter(({ retracted }) => !retracted)
    .map((claim) => {
      const words = claimText(claim, knowledge);
      return {
        claim,
        words,
        text: read(words.text),
        tags: read(words.tags),
        source: readHeading(words.source),
      };
    });
  // Before the example questions are read: a slip is not mended into a word that only they have.
  const mend = typingMender(lexicon, new Set([...wordsRead.values()].map(({ spelled }) => spelled)));
  const inOrder: IndexedClaim[] = [];
  for (const { claim, words, text, tags, source } of stated) {
    const topic = readHeading(words.topic);
    const asks = words.asks.map(read);
    const own = [...text, ...tags];
    const broader = own.flatMap(({ word }) => (word === null ? [] : broaderOf(word)));
    search.add({
      id: inOrder.length,
      text: tokensOf(text),
      tags: tokensOf(tags),
      topic: tokensOf(topic),
      broader: broader.length > 0 ? broader : noTokens,
      asks: asks.length > 0 ? asks.flatMap(tokensOf) : noTokens,
      source: tokensOf(source),
    });
    const mentions = new Set([...own.map(({ token }) => token), ...broader]);
    const asked = asks.flatMap((ask) => ask.filter((term) => !isNamed(term)));
    inOrder.push({
      claim,
      mentions,
      tokens: withTokens(mentions, topic, source, asked),
      asks: asks.map((ask) => new Set(ask.map(({ token }) => token))),
      sites: sitesIn(text),
    });
  }
  return {
    knowledge,
    lexicon,
    mend,
    claims: new Map(inOrder.map((entry) => [entry.claim.id, entry])),
    idAt: inOrder.map(({ claim }) => claim.id),
    scoresOf: wordScores(search, shortNames),
    mentionedBy: counts(inOrder.map(({ mentions }) => mentions)),
    mentionedOfSarcoma: mentionedWhere(
      inOrder,
      ({ claim }) => claim.tumour === 'sts' || claim.tumour === 'eims',
    ),
    sourceNames: sourceNames(
      [...knowledge.sources.values(), ...knowledge.cases.values()],
      lexicon,
      wordsRead,
    ),
    mentionedWithDrugDose: mentionedWhere(inOrder, ({ mentions }) => mentions.has('@drug-dose')),
    rarity: rarityAmong(inOrder),
  };
}

// A part without words counts as one word, so that an empty field is not the shortest of all.
const noTokens: readonly string[] = [''];

function tokensOf(terms: readonly Term[]): readonly string[] {
  return terms.length > 0 ? terms.map(({ token }) => token) : noTokens;
}

/** What stands at many claims, as headings, is read once. */
function onceEach<K, T>(read: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}

function withTokens(mentions: ReadonlySet<string>, ...lists: readonly (readonly Term[])[]): Set<string> {
  const tokens = new Set(mentions);
  for (const terms of lists) for (const { token } of terms) tokens.add(token);
  return tokens;
}

function counts(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const set of sets) for (const token of set) counted.set(token, (counted.get(token) ?? 0) + 1);
  return counted;
}

function mentionedWhere(
  entries: readonly IndexedClaim[],
  isMeant: (entry: IndexedClaim) => boolean,
): Set<string> {
  return new Set(entries.filter(isMeant).flatMap(({ mentions }) => [...mentions]));
}

function rarityAmong(entries: readonly IndexedClaim[]): (token: string) => number {
  const rarityOf = (among: number) => Math.log(1 + (entries.length - among + 0.5) / (among + 0.5));
  const rarities = counts(entries.map(({ tokens }) => tokens));
  for (const [token, among] of rarities) rarities.set(token, rarityOf(among));
  const unheld = rarityOf(0);
  return (token) => rarities.get(token) ?? unheld;
}
