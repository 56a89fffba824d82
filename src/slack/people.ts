import { setTimeout as wait } from 'node:timers/promises';
import type { Standing } from '../access/board-access.ts';
import { inParallel } from '../delivery/in-parallel.ts';
import type { TimeZones } from '../followup/ladder-steps.ts';
import type { Log } from '../log.ts';
import { callFailure } from './call-failure.ts';
import type { ClientOf } from './clients.ts';
import { standingIn } from './standing-in.ts';

/** What Slack says of people. It is remembered, and nobody waits long for it: who is not known in time is left out. */
export interface People {
  timeZones(teamId: string, userIds: readonly string[]): Promise<TimeZones>;
  /** True only when Slack has said so. */
  isDeactivated(teamId: string, userId: string): Promise<boolean>;
  /** As Slack said at most so long ago, or twice as long while it gives no answer; null when it gave none. */
  standing(teamId: string, userId: string, freshMs: number, pauseMs?: number): Promise<Standing | null>;
}

interface Person {
  timeZone: string | null;
  deactivated: boolean;
  standing: Standing | null;
}

const hourMs = 60 * 60_000;
const zoneFreshMs = 6 * hourMs;
/** Shorter: a reminder to an account that nobody reads any more is a reminder lost. */
const accountFreshMs = hourMs;
const longestWaitMs = 1_500;
const askedAtOnce = 8;

/** `pauseMs`: how long a workspace is not asked again that did not answer, unless whoever asks says otherwise. */
export function createPeople(clientOf: ClientOf, log: Log, nowMs: () => number, pauseMs = 60_000): People {
  const known = new Map<string, Person & { askedAtMs: number }>();
  const underWay = new Map<string, Promise<void>>();
  const silent = new Map<string, { sinceMs: number; atLeastMs: number }>();

  const fellSilent = (teamId: string, atLeastMs: number) =>
    silent.set(teamId, { sinceMs: nowMs(), atLeastMs });
  const isPaused = (teamId: string, ofMs: number) => {
    const { sinceMs = Number.NEGATIVE_INFINITY, atLeastMs = 0 } = silent.get(teamId) ?? {};
    return sinceMs + Math.max(ofMs, atLeastMs) > nowMs();
  };

  async function ask(teamId: string, userId: string): Promise<void> {
    const askedAtMs = nowMs();
    try {
      const client = await clientOf(teamId);
      const { user } = await client.users.info({ user: userId });
      known.set(`${teamId} ${userId}`, {
        ...{ timeZone: knownZone(user?.tz), deactivated: user?.deleted === true },
        standing: user ? standingIn(teamId, user) : null,
        askedAtMs,
      });
    } catch (error) {
      const failure = callFailure(error);
      const aboutPerson = failure.kind === 'permanent' && failure.of === 'conversation';
      if (aboutPerson)
        known.set(`${teamId} ${userId}`, { timeZone: null, deactivated: false, standing: null, askedAtMs });
      else fellSilent(teamId, failure.kind === 'refused' ? failure.retryAfterMs : 0);
      log.warn({ teamId, userId, code: failure.code }, 'Slack did not say who somebody is');
    }
  }

  function askOnce(teamId: string, userId: string): Promise<void> {
    const key = `${teamId} ${userId}`;
    const asked = underWay.get(key) ?? ask(teamId, userId).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  /** Ends when all are known, or with the patience. */
  async function learn(
    teamId: string,
    userIds: readonly string[],
    freshMs: number,
    askAgainMs = pauseMs,
  ): Promise<void> {
    const unknown = userIds.filter(
      (userId) =>
        (known.get(`${teamId} ${userId}`)?.askedAtMs ?? Number.NEGATIVE_INFINITY) <= nowMs() - freshMs,
    );
    if (unknown.length === 0) return;
    const learnt = inParallel(unknown, askedAtOnce, (userId) =>
      isPaused(teamId, askAgainMs) ? Promise.resolve() : askOnce(teamId, userId),
    );
    const patience = new AbortController();
    const late = wait(longestWaitMs, 'late', { signal: patience.signal }).catch(() => '');
    if ((await Promise.race([learnt, late])) === 'late') fellSilent(teamId, 0);
    patience.abort();
  }

  return {
    async timeZones(teamId, userIds) {
      await learn(teamId, userIds, zoneFreshMs);
      return Object.fromEntries(
        userIds.flatMap((userId) => {
          const zone = known.get(`${teamId} ${userId}`)?.timeZone;
          return zone ? [[userId, zone]] : [];
        }),
      );
    },
    async isDeactivated(teamId, userId) {
      await learn(teamId, [userId], accountFreshMs);
      return known.get(`${teamId} ${userId}`)?.deactivated ?? false;
    },
    async standing(teamId, userId, freshMs, askAgainMs) {
      const oldestMs = nowMs() - 2 * freshMs;
      await learn(teamId, [userId], freshMs, askAgainMs);
      const person = known.get(`${teamId} ${userId}`);
      return person && person.askedAtMs > oldestMs ? person.standing : null;
    },
  };
}

/** A zone that this machine does not know would throw in the middle of a tick. */
function knownZone(name: string | undefined): string | null {
  if (!name) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
