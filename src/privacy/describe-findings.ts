import type { Finding } from './finding.ts';
import { identifierKinds } from './identifier-kinds.ts';

/** What may be said of a finding to the person who wrote it. */
export interface FindingHint {
  kind: string;
  /** `••••902`, or null where even the end of the value would tell something. */
  hint: string | null;
}

/** With fewer characters the last three would be too much of the whole. */
const shortestHinted = 7;

/**
 * The kinds found, each with a masked hint, in the order of the text and without repeats. Never the value.
 * Offsets are those of `text`, in UTF-16 units. Throws nothing.
 *
 * @example
 * describeFindings('MRN 4471902', guardText('MRN 4471902').findings)
 * //=> [{ kind: 'medical record number', hint: '••••902' }]
 */
export function describeFindings(text: string, findings: readonly Finding[]): FindingHint[] {
  const hints = findings.map(({ type, start, end }): FindingHint => {
    const { words, hinted } = identifierKinds[type];
    const characters = text
      .slice(start, end)
      .normalize('NFKC')
      .replace(/[^A-Za-z0-9]/g, '');
    const isLong = hinted && characters.length >= shortestHinted;
    return { kind: words, hint: isLong ? `••••${characters.slice(-3)}` : null };
  });
  const seen = new Set<string>();
  return hints.filter(({ kind, hint }) => {
    const key = `${kind} ${hint}`;
    return !seen.has(key) && seen.add(key);
  });
}
