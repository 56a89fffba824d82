import { inHandTiming } from './in-hand-timing.ts';
import type { Log } from './log.ts';
import type { RequestsInHand } from './requests-in-hand.ts';
import { createRunningWork } from './running-work.ts';
import type { ClientOf } from './slack/clients.ts';
import { tellOfStop } from './slack/tell-of-stop.ts';

/** Later it helps nobody any more. */
const tellUntilMs = 24 * 60 * 60_000;

export interface TellAbandonedOptions {
  inHand: RequestsInHand;
  clientOf: ClientOf;
  nowMs(): number;
  log: Log;
}

/** Tells those for whom a process worked that is gone, now and again and again. */
export function tellAbandoned({ inHand, clientOf, nowMs, log }: TellAbandonedOptions): {
  start(): void;
  settled(deadlineMs: number): Promise<boolean>;
} {
  const running = createRunningWork();
  let again: NodeJS.Timeout | undefined;
  const tell = async () => {
    try {
      for (const request of await inHand.abandoned()) {
        const { what, takenAtMs } = request;
        const outcome = await tellOfStop(request, { clientOf, nowMs, log });
        const tooLate = nowMs() - takenAtMs > tellUntilMs;
        if (outcome === 'later' && !tooLate) continue;
        log.warn({ what, takenAtMs, outcome }, 'the app had been stopped while it worked for somebody');
        await inHand.done(request.id);
      }
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'what a stopped process left could not be looked for');
    }
  };
  let isTelling = false;
  const tellOnce = async () => {
    if (isTelling) return;
    isTelling = true;
    await running.track(tell());
    isTelling = false;
  };
  return {
    start() {
      void tellOnce();
      again = setInterval(tellOnce, inHandTiming.everyMs).unref();
    },
    settled(deadlineMs) {
      clearInterval(again);
      return running.settled(deadlineMs);
    },
  };
}
