import type { KnowledgeBase, Source } from '../../knowledge/schema.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sourceLink } from './source-line.ts';
import { warningLine } from './warning-line.ts';

/** The whole bibliographic record, with what of it is not known and which other sources may tell of the same patients. */
export function sourceDetails(source: Source, { sources }: Pick<KnowledgeBase, 'sources'>): string {
  const parts = [
    source.authorsShort,
    source.title,
    source.journal,
    source.year,
    source.pmid && `PMID ${source.pmid}`,
  ];
  const known = parts
    .filter((part) => part !== null && part !== undefined)
    .map((part) => escapeMrkdwn(String(part)));
  const overlapping = source.overlapsWith.map((id) => sources.get(id)?.label ?? id);
  return [
    `*Source* ${sourceLink(source)}`,
    known.length === 0 ? null : `${known.map((part) => part.replace(/\.$/, '')).join('. ')}.`,
    source.doi === null ? null : `doi:${escapeMrkdwn(source.doi)}`,
    `Read: ${escapeMrkdwn(source.seenAs)}`,
    source.gaps.length === 0 ? null : `Not known: ${escapeMrkdwn(source.gaps.join('; '))}`,
    overlapping.length === 0
      ? null
      : warningLine(`Its patients may be counted again in ${overlapping.join(', ')}.`),
    ...source.limits.map(({ text }) => warningLine(text)),
  ]
    .filter((line) => line !== null)
    .join('\n');
}
