import type { MessageBlock } from '../command.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import { withBlockIds } from './with-block-ids.ts';

export interface Content {
  text: string;
  blocks: MessageBlock[];
}

/** Where only one person reads it. */
interface PrivatePlace {
  conversationId: string;
  personId: string;
  /** The thread that it stands in, when it is named. */
  threadTs?: unknown;
}

/** The text and blocks of what the app posts; nothing when there is neither. */
export function contentOf(body: SlackObject, newId: () => string): Content | undefined {
  const text = typeof body.text === 'string' ? body.text : '';
  const blocks = Array.isArray(body.blocks) ? withBlockIds(body.blocks as MessageBlock[], newId) : [];
  return text || blocks.length > 0 ? { text, blocks } : undefined;
}

/** Shows a message of the app's to one person only. */
export function postPrivately({ workspace }: SandboxContext, content: Content, to: PrivatePlace): string {
  const author = { kind: 'app', userId: workspace.directory.app.userId } as const;
  return workspace.messages.add({ ...content, ...privately(to), author }).ts;
}

/** Posts as the app, so that the conversation's history holds it too; returns Slack's answer. */
export async function postForAll(
  { workspace, slack }: SandboxContext,
  content: Content,
  args: SlackObject,
): Promise<SlackObject> {
  const answer = await slack.call('chat.postMessage', { ...args, ...content });
  if (answer.ok)
    workspace.messages.add({
      ...content,
      ts: String(answer.ts),
      conversationId: String(answer.channel),
      author: { kind: 'app', userId: workspace.directory.app.userId },
      visibleTo: null,
      threadTs: typeof args.thread_ts === 'string' ? args.thread_ts : null,
    });
  return answer;
}

/** What Slack says for the app when the app says nothing. */
export function sayAsSlack({ workspace }: SandboxContext, text: string, to: PrivatePlace): void {
  workspace.messages.add({ text, blocks: [], ...privately(to), author: { kind: 'sandbox' } });
}

function privately({ conversationId, personId, threadTs }: PrivatePlace) {
  return { conversationId, visibleTo: personId, threadTs: typeof threadTs === 'string' ? threadTs : null };
}
