import { UserError } from '../../src/errors.ts';

/** A button outlives the knowledge base that it was made from. */
export function known<T>(found: T | undefined, what: string): T {
  if (found !== undefined) return found;
  throw new UserError(
    `The knowledge base has changed since that was shown, and this ${what} is not in it any more. Write \`/imt help\` for what it holds now.`,
  );
}
