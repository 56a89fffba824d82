import { createHash } from 'node:crypto';

/** By which a text is known again, wherever it stands. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
