import type { Subcommand } from './subcommand.ts';

const helpWords = new Set(['--help', '-h']);

/** Of which subcommand help is asked for, by whichever word; an empty name is all of them. Null when none is. */
export function helpAsked([name = '', ...words]: readonly string[]): string | null {
  if (name === 'help' || helpWords.has(name)) return words.find((word) => !helpWords.has(word)) ?? '';
  return words.some((word) => helpWords.has(word)) ? name : null;
}

/** How each is called, and what it does. */
export function usageText(subcommands: readonly Subcommand[]): string {
  return subcommands.map(({ usage, does }) => `  npm run -s imt -- ${usage}\n      ${does}`).join('\n');
}

export const exitStatusText = `Exit status: 0 done; 1 refused, failed, or found something wrong (doctor, kb, audit verify); 2 the call cannot be
understood, or the knowledge base is invalid; "guard" says of its own what it ends with. Help of one: "help NAME".`;
