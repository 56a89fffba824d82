import { blackout } from './blackout.ts';

/**
 * The text with each finding blacked out; its length and the places of all else stay. Throws nothing.
 *
 * @example
 * maskFindings('MRN 4471902', [{ start: 4, end: 11 }]) //=> 'MRN ¤¤¤¤¤¤¤'
 */
export function maskFindings(text: string, findings: readonly { start: number; end: number }[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of findings.toSorted((a, b) => a.start - b.start)) {
    masked += text.slice(at, start) + blackout.repeat(Math.max(0, end - Math.max(start, at)));
    at = Math.max(at, end);
  }
  return masked + text.slice(at);
}
