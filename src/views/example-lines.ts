import type { Command } from '../command.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

/** A list of all commands is read on a phone: of each only its beginning. */
const mostListed = 6;

/** What can be typed, each with what it does, a line each. */
export function exampleLines(examples: Command['examples']): string[] {
  return examples.map(({ text, does }) => `• \`${escapeMrkdwn(text)}\` ${escapeMrkdwn(does)}`);
}

/** The same for a list of several commands: the first ones, then where the rest is. */
export function firstExampleLines({ name, examples }: Pick<Command, 'name' | 'examples'>): string[] {
  const more = examples.length - mostListed;
  const rest = more > 0 ? [`• \`${name} help\` ${more} more commands`] : [];
  return [...exampleLines(examples.slice(0, mostListed)), ...rest];
}
