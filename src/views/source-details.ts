import type { Source } from '../../knowledge/schema.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sourceLink } from './source-line.ts';
import { warningLine } from './warning-line.ts';

/** The whole bibliographic record, with what of it is not known. */
export function sourceDetails(source: Source): string {
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
  return [
    `*Source* ${sourceLink(source)}`,
    `${known.map((part) => part.replace(/\.$/, '')).join('. ')}.`,
    source.doi === null ? null : `doi:${escapeMrkdwn(source.doi)}`,
    `Read: ${escapeMrkdwn(source.seenAs)}`,
    source.gaps.length === 0 ? null : `Not known: ${escapeMrkdwn(source.gaps.join('; '))}`,
    ...source.limits.map(({ text }) => warningLine(text)),
  ]
    .filter((line) => line !== null)
    .join('\n');
}
