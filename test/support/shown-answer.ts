import { expect } from 'vitest';
import type { TestApp } from './start-test-app.ts';

/** What the app posted, as its reader has it. */
export interface ShownAnswer {
  visibility: string;
  text: string;
  blocks: { type: string }[];
  /** The blocks as one text, to look for words in. */
  written: string;
  receivedAtMs: number;
}

export async function nextAnswer({ slack }: Pick<TestApp, 'slack'>): Promise<ShownAnswer> {
  const { body, receivedAtMs } = await slack.nextPost();
  const blocks = body.blocks ?? [];
  const written = JSON.stringify(blocks);
  return { visibility: body.response_type, text: body.text, blocks, written, receivedAtMs };
}

/** What comes of a slash command that is typed. */
export async function typedAnswer(app: TestApp, command: string, text: string): Promise<ShownAnswer> {
  expect((await app.type(command, text)).status).toBe(200);
  return nextAnswer(app);
}

/** What the first button with this id carries, or whose value begins so. */
export function carriedBy(actionId: string, written: string): string {
  const found = new RegExp(`"action_id":"${actionId}","value":"([^"]+)"`).exec(written)?.[1];
  if (found === undefined) throw new Error(`no button ${actionId} in ${written.slice(0, 200)}`);
  return found;
}
