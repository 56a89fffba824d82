import { createHash } from 'node:crypto';
import type { Claim } from '../../knowledge/schema.ts';

/**
 * Twelve hexadecimal digits of what a reader is told by a statement: its words, figures, standing and doubts,
 * and the publication that says it. How it is looked for, filed and reviewed is no part of it.
 */
export function contentHash(claim: Omit<Claim, 'review'>, sourceId: string): string {
  const { statement, figures, tumour, studyType, n, basis, citedReferences } = claim;
  const { evidenceLevel, evidenceDirection, locator, jurisdiction } = claim;
  const told = {
    ...{ sourceId, statement, figures, tumour, studyType, n, basis, citedReferences },
    ...{ evidenceLevel, evidenceDirection, locator, jurisdiction },
    caveats: claim.caveats.map(({ text }) => text),
  };
  return createHash('sha256').update(canonical(told)).digest('hex').slice(0, 12);
}

// What is empty is left out and keys are sorted: a field that the schema gains later, empty
// everywhere, must not make every review lapse.
function canonical(content: unknown): string {
  if (content === null || typeof content !== 'object') return JSON.stringify(content);
  if (Array.isArray(content)) return `[${content.map(canonical).join()}]`;
  const parts: string[] = [];
  for (const [key, part] of Object.entries(content).sort(byKey))
    if (part !== null && !(Array.isArray(part) && part.length === 0))
      parts.push(`${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join()}}`;
}

const byKey = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);
