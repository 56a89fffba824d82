import { setTimeout as wait } from 'node:timers/promises';
import { type Ask, send } from '../test/load/ask.ts';
import type { SlackForLoad } from '../test/load/slack-for-load.ts';

export interface Answered {
  ackMs: number;
  /** Until the answer had reached Slack. */
  answerMs: number;
}

const patienceMs = 12_000;
const notAnAnswer = /more than I answer in a minute|went wrong|may not have reached you/;

/** Sends one signed request and waits for its acknowledgement and its answer; throws where either is an error. */
export async function answeredAsk(url: string, ask: Ask, slack: SlackForLoad): Promise<Answered> {
  const ack = await send(url, ask);
  if (ack.status !== 200) throw new Error(`${ask.kind}: acknowledged with ${ack.status} ${ack.error ?? ''}`);
  for (const giveUpAt = ack.sentAtMs + patienceMs; performance.now() < giveUpAt; await wait(2)) {
    const shown = slack.shown.get(ask.key);
    if (!shown) continue;
    if (notAnAnswer.test(shown.text)) throw new Error(`${ask.kind}: ${shown.text}`);
    return { ackMs: ack.ackMs, answerMs: shown.shownAtMs - ack.sentAtMs };
  }
  throw new Error(`${ask.kind}: no answer in ${patienceMs} ms`);
}
