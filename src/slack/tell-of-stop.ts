import type { Log } from '../log.ts';
import type { RequestInHand } from '../requests-in-hand.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import type { ClientOf } from './clients.ts';
import { messageBody } from './message-body.ts';
import { postToResponseUrl } from './response-url.ts';
import { slackTimeoutMs } from './slack-timeout.ts';
import { tellPrivately } from './tell-privately.ts';

/** Slack takes posts to a `response_url` for half an hour. */
const urlLivesMs = 29 * 60_000;

type Told = 'told' | 'cannot be told' | 'later';

interface TellOfStopOptions {
  clientOf: ClientOf;
  nowMs(): number;
  log: Log;
}

/**
 * Tells somebody that the app was stopped while it worked for them: where they asked, or else by direct message. Says
 * whether that is over, because they were told or cannot be.
 */
export async function tellOfStop(
  request: RequestInHand,
  { nowMs, ...directly }: TellOfStopOptions,
): Promise<Told> {
  const { responseUrl, takenAtMs, what } = request;
  const text = stopped(what);
  if (responseUrl && nowMs() - takenAtMs < urlLivesMs) {
    const content = { text, blocks: [] };
    const body = messageBody(content, { visibility: 'private' });
    const outcome = await postToResponseUrl(responseUrl, body, slackTimeoutMs);
    if (outcome.kind === 'delivered') return 'told';
    // In doubt rather twice than not at all: it is no answer, and does not change anything.
    if (outcome.kind !== 'refused') return 'later';
  }
  return tellDirectly(request, text, directly);
}

async function tellDirectly(
  { teamId, userId, message, channelId }: RequestInHand,
  text: string,
  { clientOf, log }: Pick<TellOfStopOptions, 'clientOf' | 'log'>,
): Promise<Told> {
  try {
    const client = await clientOf(teamId);
    if (!message || !channelId.startsWith('D'))
      return afterPost(await tellPrivately(client, userId, { text, blocks: [] }, log));
    await client.chat.postMessage({ channel: channelId, text, thread_ts: message.threadTs ?? message.ts });
    return 'told';
  } catch (error) {
    return afterPost(callFailure(error));
  }
}

function afterPost({ kind }: { kind: 'sent' } | CallFailure): Told {
  if (kind === 'sent') return 'told';
  return kind === 'permanent' ? 'cannot be told' : 'later';
}

function stopped(what: string): string {
  return `I was stopped while I worked on ${what}, and my answer may not have reached you. If you do not see it, ask again; if you asked for a change, look first whether it is there.`;
}
