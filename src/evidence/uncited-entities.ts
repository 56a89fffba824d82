import type { WordKind } from '../../knowledge/question-schema.ts';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { analyseText } from './questions/analyse-text.ts';
import { claimText } from './questions/claim-text.ts';
import { fieldLexicon } from './questions/field-lexicon.ts';

/** The other kinds are words of asking, or diseases that the base leaves out on purpose. */
const entityKinds: ReadonlySet<WordKind> = new Set<WordKind>([
  ...(['drug', 'modality', 'gene', 'marker', 'test', 'site', 'effect'] as const),
]);

/**
 * The ids of the drugs, methods, genes, markers, tests, sites and effects of the vocabulary that no standing
 * statement names, by itself, a tag, a figure or something narrower. Those that are answered by their class count as named.
 *
 * @example
 * uncitedEntities(knowledge).includes('vaccine') //=> true
 */
export function uncitedEntities(
  knowledge: Pick<KnowledgeBase, 'claims' | 'questionWords' | 'topics' | 'sources'>,
): string[] {
  const lexicon = fieldLexicon(knowledge.questionWords);
  const wordsRead = new Map();
  const named = new Set<string>();
  for (const claim of knowledge.claims.values()) {
    if (claim.retracted) continue;
    const { text, tags } = claimText(claim, knowledge);
    for (const part of [text, tags])
      for (const { word } of analyseText(part, lexicon, undefined, wordsRead))
        for (const id of word ? [word.id, ...word.broader] : []) named.add(id);
  }
  return knowledge.questionWords.words
    .filter(({ id, kind, classOnly }) => entityKinds.has(kind) && !classOnly && !named.has(id))
    .map(({ id }) => id);
}
