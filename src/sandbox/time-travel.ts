import { setTimeout as wait } from 'node:timers/promises';
import { addDaysTo } from '../dates/add-days.ts';
import { dateInZone } from '../followup/calendar-date.ts';
import { instantAt, timeInZone } from '../followup/instant-at.ts';
import type { Message } from './message-log.ts';
import type { SandboxContext } from './sandbox-context.ts';

type Move = 'day' | 'week' | 'next';

export interface TimeTravel {
  /** Moves the app's clock, and resolves with what the app said on the way when all that fell due has been sent. */
  move(move: Move): Promise<Message[]>;
}

const days = { day: 1, week: 7 };
const dayMs = 86_400_000;
/** One tick sends all that is due, unless one of the scheduler's own was under way. */
const mostTicks = 100;
const betweenTicksMs = 20;
/** A message may be put off when its time comes, as over a weekend; this many in a row may not. */
const mostSilent = 100;

type Parts = Pick<SandboxContext, 'clock' | 'workspace' | 'timeZone' | 'tick' | 'nextWaitingAtMs' | 'log'>;

/** One move at a time, by way of every moment at which something waits, so that all comes in its order and time. */
export function createTimeTravel(parts: Parts): TimeTravel {
  const { clock, workspace, timeZone, tick, nextWaitingAtMs, log } = parts;
  const nowMs = () => clock.now().getTime();
  let last: Promise<unknown> = Promise.resolve();
  return {
    move(move) {
      const moved = last.then(() =>
        listening((heard) => (move === 'next' ? toNext(heard) : forward(days[move]))),
      );
      last = moved.catch(() => {});
      return moved;
    },
  };

  async function listening(go: (heard: readonly Message[]) => Promise<void>): Promise<Message[]> {
    const heard: Message[] = [];
    const unwatch = workspace.watch((change) => {
      if (change.kind !== 'message' || change.message.edited) return;
      if (change.message.author.kind === 'app' && change.message.visibleTo === null)
        heard.push(change.message);
    });
    try {
      await go(heard);
      return heard;
    } finally {
      unwatch();
    }
  }

  /** To the same time of day, so many days on. */
  async function forward(count: number): Promise<void> {
    const on = addDaysTo(dateInZone(nowMs(), timeZone), count);
    const untilMs = instantAt(on, timeInZone(nowMs(), timeZone), timeZone);
    await stepUntil(untilMs);
  }

  /** Not stopped by what comes every week, as a digest: it would take all day to climb the ladder. */
  async function toNext(heard: readonly Message[]): Promise<void> {
    for (let silent = 0; silent < mostSilent; silent++) {
      const nextMs = await nextWaitingAtMs('scans');
      if (nextMs === null) return;
      await stepUntil(nextMs);
      if (heard.some(({ at }) => at.getTime() >= nextMs)) return;
    }
  }

  async function stepUntil(untilMs: number): Promise<void> {
    // What became due since the last tick comes now, not when the clock stands elsewhere.
    await step(nowMs());
    while (nowMs() < untilMs) {
      const nextMs = await nextWaitingAtMs('anything');
      await step(nextMs === null || nextMs <= nowMs() ? untilMs : Math.min(nextMs, untilMs));
    }
  }

  /** A day at most, because of what the app does once a day. */
  async function step(toMs: number): Promise<void> {
    clock.moveTo(new Date(Math.min(toMs, nowMs() + dayMs)));
    workspace.tellClockMoved();
    for (let ticks = 0; ticks < mostTicks; ticks++) {
      await tick();
      const nextMs = await nextWaitingAtMs('anything');
      if (nextMs === null || nextMs > nowMs()) return;
      await wait(betweenTicksMs);
    }
    log.warn({}, 'a reminder that is due was not sent: the clock goes on without it');
  }
}
