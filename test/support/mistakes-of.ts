import { loadConfig } from '../../src/config.ts';

/** What the app says at its start of these variables; nothing when it takes them. */
export function mistakesOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
