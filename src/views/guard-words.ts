import type { FindingHint } from '../privacy/describe-findings.ts';

const ofFailure = 'text that could not be checked';

/**
 * Why a text is not taken: the kinds with masked hints, never a value, and what to write instead; `insteadOfDate` says
 * so where a date is all that was found.
 */
export function refusalOf(hints: readonly FindingHint[], insteadOfDate: string | null = null): string {
  if (hints.some(({ kind }) => kind === ofFailure)) {
    return 'I could not check this text for patient identifiers, so I do not take it. Nothing was stored or sent on. Write it shorter, or in parts.';
  }
  const found = `This looks like it holds ${foundWords(hints)}. Nothing was stored or sent on.`;
  if (insteadOfDate !== null && hints.every(({ kind }) => kind === 'date'))
    return `${found} ${insteadOfDate}`;
  const holdsDate = hints.some(({ kind }) => /\b(?:date|month)\b/.test(kind));
  const forDate = holdsDate
    ? ', for a date its year; behind `/imt-followup` the day of a scan with the year first, as `2027-02-23`'
    : '';
  return `${found} Write it without that: for the patient a case code such as \`CASE-12\`${forDate}.`;
}

/** “a medical record number (••••902) and a date of birth” */
export function foundWords(hints: readonly FindingHint[]): string {
  const each = hints.map(({ kind, hint }) => `${articleOf(kind)}*${kind}*${hint ? ` (${hint})` : ''}`);
  const last = each.pop() ?? '*an identifier*';
  return each.length > 0 ? `${each.join(', ')} and ${last}` : last;
}

function articleOf(kind: string): string {
  if (/^(?:initials|text)\b/.test(kind)) return '';
  return /^(?:[aeiou]|NHS\b)/.test(kind) ? 'an ' : 'a ';
}
