import { setTimeout as wait } from 'node:timers/promises';
import type { Asked } from './run-load.ts';
import type { SlackForLoad } from './slack-for-load.ts';

/** What became of a load. Nothing is lost when `silent` is empty. */
export interface Outcomes {
  asked: number;
  /** Shown what was asked for. */
  answered: number;
  /** Shown a sentence that it went wrong, or that the answer may be missing. */
  apologised: number;
  /** Not acknowledged: Slack shows the person that the app failed, and sends an event again. */
  failedVisibly: number;
  /** Acknowledged, and nobody was shown anything. */
  silent: { kind: string; sentAtMs: number }[];
  /** Kinds of those that were answered more than once. */
  twice: string[];
  ackP99Ms: number;
  longestAckMs: number;
}

const apology =
  /Something went wrong in IMT Board|may not have reached you|could not reach its installation|Slack did not say just now/;

/** Waits until each request is answered or was seen to fail, at most so long, then counts. */
export async function countOutcomes(
  asked: readonly Asked[],
  slack: SlackForLoad,
  patienceMs = 10_000,
): Promise<Outcomes> {
  // Of an event and its retry one is answered, whichever came first.
  const acknowledgedKeys = new Set(asked.filter(isAcknowledged).map(({ ask }) => ask.key));
  const isSilent = (one: Asked) => isAcknowledged(one) && !slack.shown.has(one.ask.key);
  for (const giveUpAt = performance.now() + patienceMs; performance.now() < giveUpAt; await wait(50))
    if (!asked.some(isSilent)) break;
  const shown = [...acknowledgedKeys].flatMap((key) => slack.shown.get(key) ?? []);
  const acks = asked.filter(isAcknowledged).map(({ ack }) => ack.ackMs);
  const sorted = acks.toSorted((a, b) => a - b);
  return {
    asked: asked.length,
    answered: shown.filter(({ text }) => !apology.test(text)).length,
    apologised: shown.filter(({ text }) => apology.test(text)).length,
    failedVisibly: asked.filter((one) => !isAcknowledged(one)).length,
    silent: asked.filter(isSilent).map(({ ask, ack }) => ({ kind: ask.kind, sentAtMs: ack.sentAtMs })),
    twice: asked.flatMap(({ ask }) =>
      ask.kind !== 'retry' && (slack.shown.get(ask.key)?.times ?? 0) > 1 ? [ask.kind] : [],
    ),
    ackP99Ms: Math.round(sorted[Math.ceil(0.99 * sorted.length) - 1] ?? Number.NaN),
    longestAckMs: Math.round(sorted.at(-1) ?? Number.NaN),
  };
}

const isAcknowledged = ({ ack }: Asked) => ack.status >= 200 && ack.status < 300;

/** For the log of the tests, where the figures of `docs/reliability.md` come from. */
export function reportOutcomes(what: string, { silent, ...outcomes }: Outcomes, more: object = {}): void {
  process.stdout.write(`${what}: ${JSON.stringify({ ...outcomes, silent: silent.length, ...more })}\n`);
}
