import { createInterface } from 'node:readline';
import type { Terminal } from './subcommand.ts';

/** Calls with the words of the call as one entry, or, without any, with each line of standard input. */
export async function eachLine(
  { arguments: words, stdin }: Terminal,
  answer: (entry: string) => void | Promise<void>,
): Promise<void> {
  if (words.length > 0) return answer(words.join(' '));
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    await answer(line);
}
