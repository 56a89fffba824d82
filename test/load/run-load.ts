import { setTimeout as wait } from 'node:timers/promises';
import { type Acknowledged, type Ask, type AskKind, askOf, send } from './ask.ts';
import type { SlackForLoad } from './slack-for-load.ts';

/** One request of the load, with what Slack knows of it. */
export interface Asked {
  ask: Ask;
  ack: Acknowledged;
}

/** A load that runs until it is stopped. */
export interface Load {
  asked: Asked[];
  /** Resolves when the last one is acknowledged or has failed. */
  stop(): Promise<void>;
}

/** Far from those that a test sends one by one. */
let begun = 1_000_000;

/** `perSecond` requests, evenly, whatever becomes of those before; a retry goes out with its event, elsewhere. */
export function startLoad(
  slack: SlackForLoad,
  urlOf: () => string,
  options: { perSecond: number; kinds?: readonly AskKind[]; signedAt?: () => Date; patienceMs?: number },
): Load {
  const { perSecond, kinds, signedAt = () => new Date(), patienceMs = 3_000 } = options;
  const asked: Asked[] = [];
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  const one = async (at: number) => {
    const ask = askOf(slack, at, kinds?.[at % kinds.length]);
    asked.push({ ask, ack: await send(urlOf(), ask, signedAt(), patienceMs) });
  };
  const startedAtMs = performance.now();
  const running = (async () => {
    for (let sent = 0; !stopped; sent++) {
      const dueAtMs = startedAtMs + (sent * 1000) / perSecond;
      const aheadMs = dueAtMs - performance.now();
      if (aheadMs > 1) await wait(aheadMs);
      if (stopped) break;
      const asking = one(begun++).finally(() => underWay.delete(asking));
      underWay.add(asking);
    }
  })();
  return {
    asked,
    async stop() {
      stopped = true;
      await running;
      await Promise.all(underWay);
    },
  };
}

/** Runs a load for so long. */
export async function loadFor(ms: number, ...load: Parameters<typeof startLoad>): Promise<Asked[]> {
  const running = startLoad(...load);
  await wait(ms);
  await running.stop();
  return running.asked;
}
