import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { RequestsInHand } from '../requests-in-hand.ts';
import { requestOf } from './request-of.ts';

/**
 * Keeps each request from before Slack is told that it was taken until it is answered: what is acknowledged is nobody
 * else's any more, and a process that is killed then would lose it in silence.
 */
export function holdRequests(
  receiver: Receiver,
  { inHand, now, newId, log }: { inHand: RequestsInHand; now(): Date; newId(): string; log: Log },
): Receiver {
  const held = async (app: App, event: ReceiverEvent): Promise<void> => {
    if (event.body.type === 'app_rate_limited') return tellOfLimit(event);
    const read = requestOf(event.body);
    if (read === null) return app.processEvent(event);
    const id = newId();
    const kept = inHand.take({ ...read, id, takenAtMs: now().getTime() });
    const ack: ReceiverEvent['ack'] = async (answer) => {
      await kept;
      await event.ack(answer);
    };
    try {
      await app.processEvent({ ...event, ack });
    } finally {
      await inHand.done(id);
    }
  };
  /** Slack then tells of no more events for that minute: what people wrote stays without an answer. */
  const tellOfLimit = async ({ body, ack }: ReceiverEvent): Promise<void> => {
    await ack();
    const { team_id: teamId, minute_rate_limited: limitedSince } = body;
    log.error({ alarm: 'rate-limited', teamId, limitedSince }, 'Slack holds back events of a workspace');
  };
  return {
    init(app) {
      receiver.init({ processEvent: (event: ReceiverEvent) => held(app, event) } as App);
    },
    start: (...given) => receiver.start(...given),
    stop: (...given) => receiver.stop(...given),
  };
}
