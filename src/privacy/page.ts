import { type Beginnings, beginningsOf } from './beginnings.ts';
import { maskClinical } from './mask-clinical.ts';
import { normaliseSlack } from './normalise-slack.ts';

/** A text as the rules read it: one spelling, doses and citations blacked out. */
export interface Page {
  text: string;
  /** The same length as `text`, so that places agree. */
  lower: string;
  beginnings: Beginnings;
  /** The stretch of the written text behind `[start, end)` of the page. */
  written(start: number, end: number): { start: number; end: number };
}

/**
 * Makes the page that the rules read. Throws nothing.
 *
 * @example
 * readPage('5400cGy/27F *MRN*').lower //=> '¤¤¤¤¤¤¤¤¤¤¤ mrn'
 */
export function readPage(written: string): Page {
  const { plain, starts, ends } = normaliseSlack(written);
  const text = maskClinical(plain);
  return {
    text,
    lower: lowerOf(text),
    beginnings: beginningsOf(text),
    written: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
  };
}

/** İ has a small form of two units, which would move every place behind it. */
function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[\s\S]/g, (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit));
}
