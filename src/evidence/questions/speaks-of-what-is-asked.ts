import type { Term } from './analyse-text.ts';
import type { IndexedClaim } from './question-index.ts';

/** Who asks for one of these is not told anything by a statement that speaks of none. */
const essential: ReadonlySet<string> = new Set([
  ...([
    '@toxicity',
    '@followup',
    '@approval',
    '@cost',
    '@response-rate',
    '@overall-survival',
    '@pfs',
  ] as const),
]);
const signs = [
  { asked: '@alk-positive', other: '@alk-negative' },
  { asked: '@alk-negative', other: '@alk-positive' },
] as const;
const asksForNot =
  /\b(?:do(?:es)?|should|need|must|can|could)(?: ?not|n['’]t)\b.{0,25}\b(?:need|get|have|receive|require|take|be (?:given|treated|irradiated|operated))\b|\bno need (?:for|of)\b|\bcontra-?indicat/iu;
const saysNot =
  /\b(?:no|not|without|never)\b.{0,20}\b(?:need|treat|therap|radiother|chemother|benefit|recommend|indicat|adjuvant)|\bcontraindicat/iu;

/**
 * Whether a claim speaks of what a question cannot do without: the schedule in Gy and fractions that it names; the
 * harms, follow-up, approval, cost, response or survival that it asks for; ALK-positive or ALK-negative tumours,
 * whichever it names; and who is not to be treated, where it asks for those. Every claim does where a question asks
 * for none of this.
 *
 * @example
 * speaksOfWhatIsAsked('30 Gy in 10 fractions', terms, twentyGyInTen) //=> false
 */
export function speaksOfWhatIsAsked(
  text: string,
  terms: readonly Term[],
  { claim, tokens, mentions }: Pick<IndexedClaim, 'claim' | 'tokens' | 'mentions'>,
): boolean {
  const wanted = terms.filter(({ token }) => essential.has(token));
  if (wanted.length > 0 && !wanted.some(({ token }) => tokens.has(token) || token === `@${claim.topic}`))
    return false;
  const isAsked = (sign: string) => terms.some(({ token }) => token === sign);
  // Of one patient it is asked whether the tumour was positive, and "negative" answers that.
  if (!isAsked('@published-patient'))
    for (const { asked: sign, other } of signs)
      if (isAsked(sign) && !isAsked(other) && mentions.has(other) && !mentions.has(sign)) return false;
  if (asksForNot.test(text) && !saysNot.test(claim.statement)) return false;
  return speaksOfSchedule(terms, mentions);
}

/** "54 Gy in 30 fractions" is no question about 54 Gy in 27; a dose alone may only say which course is meant. */
function speaksOfSchedule(terms: readonly Term[], mentions: ReadonlySet<string>): boolean {
  const numbers = terms.filter(({ kind }) => kind === 'number').map(({ token }) => token);
  const doses = numbers.filter((token) => token.endsWith('cgy'));
  const counts = numbers.filter((token) => /^\d+$/.test(token));
  const isHeld = (token: string) => mentions.has(token);
  if (doses.length === 0 || !terms.some(({ token }) => token === '@fractions')) return true;
  return doses.some(isHeld) && (counts.length === 0 || counts.some(isHeld));
}
