import { createHash } from 'node:crypto';
import type { Claim, PublishedCase } from '../../knowledge/schema.ts';
import type { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';

type Unreviewed<Entry> = Omit<Entry, 'review'>;

/**
 * Twelve hexadecimal digits of what a reader is told by a statement: its words, figures, standing and doubts,
 * and the publication that says it. How it is looked for, filed and reviewed is no part of it.
 */
export function hashOfClaim(claim: Unreviewed<Claim>, sourceId: string): string {
  const { statement, figures, tumour, studyType, n, basis, citedReferences } = claim;
  const { evidenceLevel, evidenceDirection, locator, jurisdiction } = claim;
  return hashOf({
    ...{ sourceId, statement, figures, tumour, studyType, n, basis, citedReferences },
    ...{ evidenceLevel, evidenceDirection, locator, jurisdiction },
    caveats: wordsOf(claim.caveats),
  });
}

/** The same of a published case: all that is printed of it, the group of its site too, by which it is found alike. */
export function hashOfCase(one: Unreviewed<PublishedCase>, sourceId: string): string {
  const { label, kind, locator, n, tumour, ageYears, sex, site, siteGroup, alk, resection } = one;
  const { radiotherapy, systemicTherapy, steroid, outcomes, recurrences, toxicities, primary } = one;
  return hashOf({
    ...{ sourceId, label, kind, locator, n, tumour, ageYears, sex, site, siteGroup, alk, resection },
    ...{ radiotherapy, systemicTherapy, steroid, outcomes, recurrences, toxicities, primary },
    warnings: wordsOf(one.warnings),
  });
}

/** The same of a template of follow-up: its dates, where they come from, and what they are extrapolated from. */
export function hashOfTemplate(template: Unreviewed<SurveillanceTemplate>): string {
  const { title, statement, anchorLabel, examinations, phases, source, extrapolatedFrom, caveats } = template;
  return hashOf({ title, statement, anchorLabel, examinations, phases, source, extrapolatedFrom, caveats });
}

const wordsOf = (caveats: Claim['caveats']) => caveats.map(({ text }) => text);

function hashOf(told: object): string {
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
