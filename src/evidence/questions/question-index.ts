import MiniSearch from 'minisearch';
import type { Claim, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { analyseText, type Term } from './analyse-text.ts';
import { claimText } from './claim-text.ts';
import { type FieldLexicon, fieldLexicon, wordsOf } from './field-lexicon.ts';
import { isNamed } from './is-named.ts';
import { typingMender } from './mend-typing.ts';

export interface IndexedClaim {
  claim: Sourced<Claim>;
  /** Everything it can be found by. What is named counts only where the claim says it, not where a question asks it. */
  tokens: ReadonlySet<string>;
  /** What it speaks of itself: its statement and its tags, and what those are kinds of. */
  mentions: ReadonlySet<string>;
  asks: readonly ReadonlySet<string>[];
}

/** The knowledge base made ready for questions; built anew whenever it changes. */
export interface QuestionIndex {
  knowledge: KnowledgeBase;
  lexicon: FieldLexicon;
  mend(word: string): string;
  search: MiniSearch;
  claims: ReadonlyMap<string, IndexedClaim>;
  /** How many claims mention a token themselves; none means that it lies outside the base. */
  mentionedBy: ReadonlyMap<string, number>;
  /** How much a token tells claims apart. */
  rarity(token: string): number;
}

const fields = ['text', 'tags', 'topic', 'broader', 'asks', 'source'] as const;

/**
 * The index of all claims that have not been retracted.
 *
 * @example
 * questionIndex(knowledge).mentionedBy.get('@pembrolizumab') //=> undefined
 */
export function questionIndex(knowledge: KnowledgeBase): QuestionIndex {
  const lexicon = fieldLexicon(knowledge.questionWords);
  const search = new MiniSearch({
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  const claims = new Map<string, IndexedClaim>();
  const spelled = new Set<string>();
  for (const claim of knowledge.claims.values()) {
    if (claim.retracted) continue;
    const words = claimText(claim, knowledge);
    const read = (text: string) => analyseText(text, lexicon);
    const [text, tags, topic, source] = [words.text, words.tags, words.topic, words.source].map(read);
    const asks = words.asks.map(read);
    const own = [...(text ?? []), ...(tags ?? [])];
    const broader = own.flatMap(({ word }) => word?.broader.map((id) => `@${id}`) ?? []);
    search.add({
      id: claim.id,
      text: joined(text),
      tags: joined(tags),
      topic: joined(topic),
      broader: broader.join(' '),
      asks: asks.map(joined).join(' '),
      source: joined(source),
    });
    const mentions = new Set([...own.map(({ token }) => token), ...broader]);
    claims.set(claim.id, {
      claim,
      mentions,
      tokens: new Set([
        ...mentions,
        ...[topic, source, ...asks.map((ask) => ask.filter((term) => !isNamed(term)))].flatMap(
          (part) => part?.map(({ token }) => token) ?? [],
        ),
      ]),
      asks: asks.map((ask) => new Set(ask.map(({ token }) => token))),
    });
    for (const word of wordsOf([words.text, words.tags, words.source].join(' ')))
      spelled.add(lexicon.fold(word.toLowerCase()));
  }
  const held = counts([...claims.values()].map(({ tokens }) => tokens));
  return {
    knowledge,
    lexicon,
    mend: typingMender(lexicon, spelled),
    search,
    claims,
    mentionedBy: counts([...claims.values()].map(({ mentions }) => mentions)),
    rarity: (token) => {
      const among = held.get(token) ?? 0;
      return Math.log(1 + (claims.size - among + 0.5) / (among + 0.5));
    },
  };
}

function joined(terms: readonly Term[] | undefined): string {
  return terms?.map(({ token }) => token).join(' ') ?? '';
}

function counts(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const set of sets) for (const token of set) counted.set(token, (counted.get(token) ?? 0) + 1);
  return counted;
}
