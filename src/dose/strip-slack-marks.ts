import { DoseError } from './dose-error.ts';

const bold = /(?<![\p{L}\d*])\*{1,2}(?=[^\s*])([^\n]{0,200}?[^\s*])\*{1,2}(?![\p{L}\d*])/gu;
const struck = /(?<![\p{L}\d~])~(?=[^\s~])[^~\n]{0,200}[^\s~]~(?![\p{L}\d~])/u;

/**
 * Takes the stars of Slack's bold away, which would multiply what stands beside them: `*50 Gy* in *25* fx`. The star
 * of `2 Gy*25` stays. Throws a `DoseError` where a text is crossed out, because what holds instead is not known.
 *
 * @example
 * stripSlackMarks('*50 Gy* in *25* fx'); // '50 Gy in 25 fx'
 */
export function stripSlackMarks(text: string): string {
  const [crossedOut] = struck.exec(text) ?? [];
  if (crossedOut && /\d/.test(crossedOut)) {
    throw new DoseError(
      'UNPARSED_TAIL',
      `"${crossedOut.slice(1, -1).slice(0, 30)}" is crossed out. Leave it away, and write what holds, as \`54 Gy/27F\`.`,
    );
  }
  return text.replace(bold, '$1');
}
