import type { Command } from '../command.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

/** What can be typed, each with what it does, a line each. */
export function exampleLines(examples: Command['examples']): string[] {
  return examples.map(({ text, does }) => `• \`${escapeMrkdwn(text)}\` ${escapeMrkdwn(does)}`);
}
