import type { PageCommand } from '../page-state.ts';

export interface Suggestion {
  /** What stands in the box when it is taken. */
  text: string;
  label: string;
  does: string;
}

/** Commands and their examples that begin with what is typed; nothing unless it begins with a slash. */
export function suggestionsFor(typed: string, commands: readonly PageCommand[]): Suggestion[] {
  if (!typed.startsWith('/') || typed.includes('\n')) return [];
  const wanted = typed.toLowerCase();
  return commands.flatMap(({ name, usageHint, description, examples }) => {
    const whole = { text: `${name} `, label: `${name} ${usageHint}`.trim(), does: description };
    const named = wanted.includes(' ') ? [] : [whole];
    const shown = examples.map(({ text, does }) => ({ text, label: text, does }));
    return [...named, ...shown].filter(({ text }) => text.toLowerCase().startsWith(wanted) && text !== typed);
  });
}
