import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { entryNode } from './entry-node.ts';

export interface RecordedReview {
  by: string;
  on: string;
  /** The hash of its content at that moment. */
  content: string;
}

/**
 * The text of a file with the review of one statement, case or template in it. Only the review's own characters change:
 * the document is read to find their place, and never written anew, which would move line breaks and comments.
 * Throws an `Error` when the entry, or a review of it, does not stand in the file.
 */
export function recordReview(text: string, id: string, { by, on, content }: RecordedReview): string {
  const review = reviewOf(text, id);
  const values = {
    status: 'reviewed',
    by: JSON.stringify(by),
    on,
    content: JSON.stringify(content),
  };
  const [start, end] = rangeOf(review);
  const written = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
  if (review.flow) return `${text.slice(0, start)}{ ${written.join(', ')} }${text.slice(end)}`;

  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  let changed = text;
  // From the last key to the first, so that places before it stay where they are.
  const pairs = (review.items as Pair[]).toReversed();
  const missing = Object.entries(values).filter(([key]) => !review.has(key));
  for (const { key, value } of pairs) {
    if (!isScalar(key) || !isScalar(value)) continue;
    const name = String(key.value);
    const [from, to] = rangeOf(value);
    const added =
      name === 'status'
        ? missing.map(([key, value]) => `${lineBreak}${indent}${key}: ${value}`).join('')
        : '';
    const lineEnd = /\r?\n|$/.exec(changed.slice(to))?.index ?? 0;
    const rest = changed.slice(to, to + lineEnd);
    const newValue = name in values ? values[name as keyof typeof values] : changed.slice(from, to);
    const gap = /\s$/.test(changed.slice(0, from)) ? '' : ' ';
    changed = `${changed.slice(0, from)}${gap}${newValue}${rest}${added}${changed.slice(to + lineEnd)}`;
  }
  return changed;
}

function reviewOf(text: string, id: string): YAMLMap {
  const review = entryNode(text, id)?.get('review');
  if (isMap(review)) return review;
  throw new Error(`${id} has no review in its file`);
}

function rangeOf({ range }: { range?: [number, number, number] | null | undefined }): [number, number] {
  if (range) return [range[0], range[1]];
  throw new Error('a node that was read from a text has a place in it');
}
