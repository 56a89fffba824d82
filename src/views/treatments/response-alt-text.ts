import { intervalText } from './outcome-text.ts';
import type { DrawnRate } from './response-rates.ts';

/** Slack refuses a longer `alt_text`. */
const longest = 2000;

/** The picture in words, with its figures; whole sentences only, since a figure cut in two is another figure. */
export function responseAltText(rates: readonly DrawnRate[], foot: string): string {
  const rest = 'More is in the table.';
  let said = 'Response rates with their intervals, one below the other.';
  for (const { treatment, label, counts, interval } of rates) {
    const sentence = `${treatment}: ${label}: ${counts}, ${intervalText(interval)}.`;
    if ([said, sentence, rest, foot].join(' ').length > longest) return [said, rest, foot].join(' ');
    said = `${said} ${sentence}`;
  }
  return `${said} ${foot}`;
}
