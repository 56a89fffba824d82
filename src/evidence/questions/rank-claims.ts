import type { Claim, Sourced } from '../../../knowledge/schema.ts';
import type { Term } from './analyse-text.ts';
import { fitToQuestion } from './fit-to-question.ts';
import { nearestPlaces } from './nearest-places.ts';
import type { QuestionFocus } from './question-focus.ts';
import type { IndexedClaim, QuestionIndex } from './question-index.ts';
import { anyTreatment } from './speaks-of-treatment.ts';
import { termWeight } from './term-weight.ts';

export interface RankedClaim {
  claim: Sourced<Claim>;
  score: number;
  /** The share of the question's weight that the claim speaks of, 0 to 1. */
  coverage: number;
  /** How near the question comes to the nearest of the claim's own example questions, 0 to 1. */
  askLikeness: number;
}

const ranked = 40;
/** In a large base, words that stand in four claims of ten are too slow to look up: they are counted afterwards. */
const largeBase = 1000;
const nameWeight = 1.2;
const tellsLittle = 0.9;
const commonValue = 8;
/** What a word is a kind of also counts, but less. */
const impliedWeight = 0.35;
const everydayShare = 0.4;
const impliedKinds: ReadonlySet<string> = new Set([
  'modality',
  'attribute',
  'gene',
  'effect',
  'test',
  'population',
]);

/**
 * The claims that come nearest to the terms of a question, best first.
 *
 * @example
 * rankClaims(analyseText('what dose did Lee use', lexicon), index)[0].claim.id //=> 'guo-2024-row-lee-2006'
 */
export function rankClaims(
  terms: readonly Term[],
  index: QuestionIndex,
  focus: QuestionFocus = 'open',
): RankedClaim[] {
  const weights = new Map<string, number>();
  for (const term of terms) weights.set(term.token, weightIn(term, index));
  for (const { token, kind, word } of terms) {
    const unheld = word !== null && !index.mentionedBy.has(token);
    if (!word || !(impliedKinds.has(kind) || word.classOnly || unheld)) continue;
    for (const id of word.broader) {
      const weight = word.classOnly ? 1 : impliedWeight;
      if (!weights.has(`@${id}`)) weights.set(`@${id}`, weight);
    }
  }
  const tokens = [...weights.keys()];
  const isCommon = (token: string) => index.claims.size >= largeBase && index.rarity(token) < tellsLittle;
  const telling = tokens.every(isCommon) ? tokens : tokens.filter((token) => !isCommon(token));
  const common = tokens.filter((token) => !telling.includes(token));
  const scored = telling.map((token) => index.scoresOf(token, weights.get(token) ?? 1));
  const addedBy = ({ tokens: held }: IndexedClaim) =>
    common
      .filter((token) => held.has(token))
      .reduce((sum, token) => sum + commonValue * (weights.get(token) ?? 0) * index.rarity(token), 0);
  const weighed = terms.map((term) => weigh(term, index));
  const asked = new Map(weighed.map(({ term, weight }) => [term.token, weight]));
  return nearestPlaces(scored, index.idAt.length, ranked)
    .flatMap(({ place, score }) => {
      const entry = index.claims.get(index.idAt[place] ?? '');
      if (!entry) return [];
      const coverage = coverageBy(entry, weighed);
      const askLikeness = likenessToAsks(entry, asked, index);
      const near = (score + addedBy(entry)) * (0.2 + 0.8 * coverage) * (1 + 0.8 * askLikeness ** 2);
      const whole = near * fitToQuestion(entry, terms, index, focus);
      return [{ claim: entry.claim, score: whole, coverage, askLikeness }];
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Who asks by the name of an author or a study asks for that one. */
function weightIn(term: Term, { sourceNames }: QuestionIndex): number {
  return term.kind === 'word' && sourceNames.has(term.token) ? nameWeight : termWeight(term);
}

interface WeighedTerm {
  term: Term;
  weight: number;
  /** What it weighs in how much of a question is covered. */
  coverageWeight: number;
}

function weigh(term: Term, index: QuestionIndex): WeighedTerm {
  const weight = weightIn(term, index) * index.rarity(term.token);
  return { term, weight, coverageWeight: weight * (isSmallTalk(term, index) ? everydayShare : 1) };
}

function coverageBy({ tokens }: IndexedClaim, terms: readonly WeighedTerm[]): number {
  let whole = 0;
  let covered = 0;
  for (const { term, coverageWeight } of terms) {
    whole += coverageWeight;
    covered += coverageWeight * shareHeld(term, tokens);
  }
  return whole === 0 ? 0 : covered / whole;
}

/** An everyday word that no claim has says little about what is asked. */
function isSmallTalk({ kind, token }: Term, { lexicon, rarity }: QuestionIndex): boolean {
  return kind === 'word' && lexicon.everydayStems.has(token) && rarity(token) >= rarity('');
}

/** Whole when the word itself is there, most of it when all that it is a kind of is there. */
function shareHeld({ token, word }: Term, tokens: ReadonlySet<string>): number {
  if (tokens.has(token)) return 1;
  if (!word || word.broader.length === 0) return 0;
  const held = word.broader.some((id) => tokens.has(`@${id}`));
  if (word.classOnly) return held ? 0.9 : 0;
  if (!impliedKinds.has(word.kind) || word.broader.every((id) => anyTreatment.has(id))) return 0;
  return word.broader.every((id) => tokens.has(`@${id}`)) ? 0.6 : 0;
}

function likenessToAsks(
  { asks }: IndexedClaim,
  weights: ReadonlyMap<string, number>,
  index: QuestionIndex,
): number {
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let best = 0;
  for (const ask of asks) {
    let shared = 0;
    let own = 0;
    for (const token of ask) {
      const weight = index.rarity(token);
      const asked = weights.get(token);
      own += asked ?? weight * 0.8;
      shared += asked ?? 0;
    }
    if (whole + own > 0) best = Math.max(best, (2 * shared) / (whole + own));
  }
  return best;
}
