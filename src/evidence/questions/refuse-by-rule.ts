import type { AbstentionFile } from '../../../knowledge/question-schema.ts';
import type { Term } from './analyse-text.ts';
import { drugsAskedDoseOf } from './drugs-asked-dose-of.ts';
import type { QuestionIndex } from './question-index.ts';
import { namesImt } from './speaks-of-tumour.ts';

export type RefusalReason =
  | 'injection'
  | 'patient-advice'
  | 'small-talk'
  | 'other-tumour'
  | 'drug-dose'
  | 'nothing-asked';

const empty: ReadonlySet<Term['kind']> = new Set(['disease', 'case']);

/**
 * Why a question is not answered whatever the base holds, or null. What depends on the base is asked of the base: a
 * tumour or the dose of a drug is refused for as long as no statement speaks of it.
 *
 * @example
 * refuseByRule('should I start crizotinib in my patient?', terms, index) //=> 'patient-advice'
 */
export function refuseByRule(
  text: string,
  terms: readonly Term[],
  index: QuestionIndex,
): RefusalReason | null {
  const typed = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").slice(0, 1000);
  const { rules } = index.knowledge.abstention;
  for (const reason of ['injection', 'patient-advice', 'small-talk'] as const)
    if (matches(rules[reason], typed)) return reason;
  const besideImt = namesImt(terms);
  const isHeld = ({ token }: Term) =>
    besideImt ? index.mentionedBy.has(token) : index.mentionedOfSarcoma.has(token);
  if (terms.some((term) => term.kind === 'tumour' && !isHeld(term))) return 'other-tumour';
  if (terms.some(({ kind, token }) => kind === 'outside' && soundsLikeTumour(token))) return 'other-tumour';
  if (asksForUnheldDose(terms, index)) return 'drug-dose';
  if (terms.every((term) => saysNothing(term, index)) && !terms.some(({ token }) => token === '@imt'))
    return 'nothing-asked';
  return null;
}

/**
 * Everyday words and bare whole numbers alone ask nothing of the field ("24/7"), whatever statement happens to hold one.
 */
function saysNothing({ kind, token }: Term, { lexicon, mentionedBy }: QuestionIndex): boolean {
  if (empty.has(kind) || (kind === 'number' && /^\d+$/.test(token))) return true;
  return kind === 'word' && lexicon.everydayStems.has(token) && !mentionedBy.has(token);
}

/** By its ending, which bleedings and inflammations have too; of what ends in -emia only leukaemias are tumours. */
function soundsLikeTumour(word: string): boolean {
  return /(?<!hemat|haemat|ser|granul|str|glauc|trach|^c)omas?$|leuka?emias?$/.test(word);
}

const compiled = new WeakMap<readonly string[], RegExp[]>();

function matches(patterns: AbstentionFile['rules']['injection'], text: string): boolean {
  const expressions = compiled.get(patterns) ?? patterns.map((pattern) => new RegExp(pattern, 'u'));
  compiled.set(patterns, expressions);
  return expressions.some((expression) => expression.test(text));
}

/** A drug's dose is held when a claim names that drug itself and gives an amount of it. */
function asksForUnheldDose(terms: readonly Term[], { mentionedWithDrugDose }: QuestionIndex): boolean {
  return drugsAskedDoseOf(terms).some(({ token }) => !mentionedWithDrugDose.has(token));
}
