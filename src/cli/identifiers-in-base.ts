import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { describeFindings } from '../privacy/describe-findings.ts';
import { guardText } from '../privacy/guard-text.ts';

/** What no reader is told in words: ids, days, fingerprints, and the names of those who curate. */
const notRead = new Set(
  'id sourceId topic subtopic contentHash auditFacts auditProblems excerpts citedReferences review reviewBy writtenBy flags doi pmid on'.split(
    ' ',
  ),
);

/** Where a statement or a published case holds what looks like an identifier of a patient, and of which kind; never the thing itself. */
export function identifiersInBase({ claims, cases }: Pick<KnowledgeBase, 'claims' | 'cases'>): string[] {
  const found = [...claims.values(), ...cases.values()].flatMap((entry) =>
    Object.entries(entry).flatMap(([key, part]) =>
      notRead.has(key)
        ? []
        : textsIn(part).flatMap((text) => kindsIn(text).map((kind) => `${entry.id}, ${key}: ${kind}`)),
    ),
  );
  return [...new Set(found)];
}

function kindsIn(text: string): string[] {
  return describeFindings(text, guardText(text).findings).map(({ kind, hint }) =>
    hint === null ? kind : `${kind} (${hint})`,
  );
}

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, inner]) => (notRead.has(key) ? [] : textsIn(inner)));
}
