import type { WebClient } from '@slack/web-api';
import { suggestedPrompts } from '../views/question/suggested-prompts.ts';
import { decorate } from './decorate.ts';
import type { SlackEdge } from './slack-edge.ts';

/** Offers questions in the app's direct message, where the workspace has such a view. */
export async function suggestPrompts(channelId: string, client: WebClient, edge: SlackEdge): Promise<void> {
  const prompts = suggestedPrompts;
  await edge.running.track(
    decorate(edge, () => client.assistant.threads.setSuggestedPrompts({ channel_id: channelId, prompts })),
  );
}
