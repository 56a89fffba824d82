/** English, and German, French, Spanish, Italian, Portuguese and Dutch where they differ; in small letters. */
const full =
  'january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|maerz|mai|juni|juli|oktober|dezember|janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus';
const short =
  'jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|okt|dez|mrz|janv|févr|fevr|avr|juil|déc|ene|abr|dic|ott|mrt|giu';

export const monthNames = `(?:(?:${full})(?![\\p{L}])|(?:${short})(?![\\p{L}])\\.?)`;

/** The first three letters of each: to look at them alone is cheap. */
export const monthStart =
  'jan|feb|fev|fév|mar|mai|may|maa|mae|mag|mär|mei|mrz|mrt|apr|avr|abr|jun|jul|jui|aug|ago|aoû|aou|sep|set|oct|okt|ott|out|nov|dec|déc|dez|dic|ene|gen|giu|lug';

/** As words of other meanings they are a month only beside a year, or with a capital. */
const ambiguous = /^(?:mar|mars|may|mai|mei|maio|oct|dec|sep|march|mayo)\b/;

/**
 * Whether a month's name, as it was written, is surely a month without a year beside it.
 *
 * @example
 * isSurelyMonth('may') //=> false
 */
export function isSurelyMonth(written: string): boolean {
  if (!ambiguous.test(written.toLowerCase())) return true;
  return /^\p{Lu}\p{Ll}/u.test(written);
}
