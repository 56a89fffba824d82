import { analyseText, type Term } from './analyse-text.ts';
import type { Answer } from './answer.ts';
import { conflictPartners } from './conflict-partners.ts';
import { contrastedTreatments } from './contrasted-treatments.ts';
import { gateFeatures, isMentioned } from './gate-features.ts';
import { isNamed } from './is-named.ts';
import { judgeFeatures } from './judge-features.ts';
import { mayAnswer } from './may-answer.ts';
import { mostRelated, mostStatements } from './most-shown.ts';
import { notTold } from './not-told.ts';
import { questionFocus } from './question-focus.ts';
import type { QuestionIndex } from './question-index.ts';
import { type RankedClaim, rankClaims } from './rank-claims.ts';
import { refuseByRule } from './refuse-by-rule.ts';
import { speaksOfTreatment } from './speaks-of-treatment.ts';
import { namesImt, speaksOfTumour } from './speaks-of-tumour.ts';
import { speaksOfWhatIsAsked } from './speaks-of-what-is-asked.ts';
import { splitQuestion } from './split-question.ts';

/** A further statement stands beside the first when it comes this near to it. */
const nearScore = 0.4;
const nearCoverage = 0.5;
/** Two words that nobody here uses are a thing that nobody here speaks of ("QT prolongation"). */
const tooManyUnknown = 1;

interface JudgedPart {
  terms: readonly Term[];
  ranked: readonly RankedClaim[];
  /** Of those that come near, what may be given as the answer. */
  answers: readonly RankedClaim[];
  confidence: number;
}

/**
 * The statements that answer a question, those that come closest, or that the base does not hold it.
 *
 * @example
 * answerQuestion('what dose did Lee use', index).statements[0].claim.id //=> 'guo-2024-row-lee-2006'
 */
export function answerQuestion(text: string, index: QuestionIndex): Answer {
  const terms = analyseText(text, index.lexicon, index.mend);
  const parts = judgeParts(text, terms, index);
  const refusal =
    refuseByRule(text, terms, index) ??
    (parts.some((part) => isOfOtherTumour(part, index)) ? 'other-tumour' : null);
  const isOfTreatment = (id: string) => {
    const entry = index.claims.get(id);
    return entry !== undefined && speaksOfTreatment(entry, terms);
  };
  const { answeredFrom, closestFrom } = index.knowledge.abstention.model;
  const confidence = refusal ? 0 : Math.max(0, ...parts.map((part) => part.confidence));
  const answered = refusal ? [] : parts.filter((part) => part.confidence >= answeredFrom);
  const statements = takeTurns(answered.map(({ answers }) => answers)).slice(0, mostStatements);
  const partners = conflictPartners(
    statements.map(({ claim }) => claim),
    index.knowledge,
  ).toSorted((a, b) => Number(isOfTreatment(b.claim.id)) - Number(isOfTreatment(a.claim.id)));
  const shown = new Set([...statements, ...partners].map(({ claim }) => claim.id));
  const others = takeTurns(parts.map(({ ranked }) => ranked)).filter(({ claim }) => !shown.has(claim.id));
  const outcome = statements.length > 0 ? 'answered' : confidence >= closestFrom ? 'closest' : 'declined';
  const silent = refusal === 'injection' || refusal === 'small-talk' || refusal === 'nothing-asked';
  return {
    outcome,
    reason: outcome === 'answered' ? null : (refusal ?? 'outside'),
    confidence,
    statements,
    partners,
    related: silent ? [] : others.slice(0, outcome === 'closest' ? mostStatements : mostRelated),
    understood: wordsIn(terms),
    outside: wordsIn(terms.filter((term) => isNamed(term) && !isMentioned(term, index))),
    onlyAsClass: wordsIn(terms.filter(({ token, word }) => word?.classOnly && !index.mentionedBy.has(token))),
    notTold: notTold(terms),
    unansweredParts:
      answered.length > 0
        ? parts.filter((part) => !answered.includes(part)).map((part) => wordsIn(part.terms))
        : [],
  };
}

/**
 * Each part of a question with its claims, best first, and how sure the gate is of the first.
 */
function judgeParts(text: string, terms: readonly Term[], index: QuestionIndex): JudgedPart[] {
  const focus = questionFocus(text, terms);
  const judge = (part: readonly Term[]): JudgedPart => {
    const found = rankClaims(part, index, focus);
    const answers = nearest(found).filter(({ claim }) => {
      const entry = index.claims.get(claim.id);
      return (
        entry !== undefined &&
        mayAnswer(text, terms, entry, index.sourceNames) &&
        speaksOfWhatIsAsked(text, part, entry) &&
        speaksOfTreatment(entry, part)
      );
    });
    const ranked = [...new Set([...answers.slice(0, 1), ...found])];
    const { model } = index.knowledge.abstention;
    const features = gateFeatures(part, ranked[0], index, focus);
    const sure = judgeFeatures(features, model);
    const isAnswer = answers.length > 0 && features.unknownWords < tooManyUnknown;
    const confidence = isAnswer ? sure : Math.min(sure, model.closestFrom);
    return { terms: part, ranked, answers, confidence };
  };
  const whole = judge(terms);
  const split = splitQuestion(terms, index);
  if (split.length < 2) return [whole];
  const contrasted = contrastedTreatments(text, split, index);
  if (contrasted) return contrasted.map(judge);
  const parts = split.map(judge);
  const first = whole.ranked[0];
  const atOnce = first && first.coverage >= Math.min(...parts.map(({ ranked }) => ranked[0]?.coverage ?? 0));
  return atOnce && first.coverage >= 0.9 ? [whole] : parts;
}

/** Another tumour is spoken of only by a claim that names it, and that may speak of it here. */
function isOfOtherTumour({ terms, ranked: [first] }: JudgedPart, index: QuestionIndex): boolean {
  const entry = first && index.claims.get(first.claim.id);
  return terms.some(
    (term) => term.kind === 'tumour' && !(entry && speaksOfTumour(entry, term.token, namesImt(terms))),
  );
}

/**
 * All claims that come near a question, in the order in which they would be shown if the gate let them: the parts of
 * a compound question take turns.
 *
 * @example
 * rankWhole('SUVmax', index)[0].claim.id //=> 'guo-2024-case-pet-suv'
 */
export function rankWhole(text: string, index: QuestionIndex): RankedClaim[] {
  const terms = analyseText(text, index.lexicon, index.mend);
  return takeTurns(judgeParts(text, terms, index).map(({ ranked }) => ranked));
}

function nearest(ranked: readonly RankedClaim[]): RankedClaim[] {
  const first = ranked[0];
  if (!first) return [];
  return ranked.filter(
    ({ score, coverage }) => score >= nearScore * first.score && coverage >= nearCoverage * first.coverage,
  );
}

/** The first of each list, then the second of each, every claim once. */
function takeTurns(lists: readonly (readonly RankedClaim[])[]): RankedClaim[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const taken = new Map<string, RankedClaim>();
  for (let turn = 0; turn < longest; turn += 1) {
    for (const list of lists) {
      const next = list[turn];
      if (next && !taken.has(next.claim.id)) taken.set(next.claim.id, next);
    }
  }
  return [...taken.values()];
}

function wordsIn(terms: readonly Term[]): string[] {
  const telling = terms.filter(({ kind }) => kind !== 'disease' && kind !== 'case');
  return [...new Set(telling.flatMap(({ named }) => named ?? []))];
}
