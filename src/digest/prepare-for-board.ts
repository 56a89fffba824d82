import type { DeliveryContext } from '../delivery/delivery-context.ts';
import { settleLater } from '../delivery/settle-claim.ts';
import { readUndeliveredStep } from '../delivery/undelivered-step.ts';
import { dateInZone } from '../followup/calendar-date.ts';
import type { BoardSettings } from '../followup/follow-up.ts';
import { honestRate } from '../followup/honest-rate.ts';
import { sendableFrom } from '../followup/sendable-from.ts';
import { weekOfBoard } from '../followup/week-of-board.ts';
import type { OutgoingReminder } from '../slack/deliver-reminder.ts';
import { listBoardOccurrences } from '../store/board-dates.ts';
import { boardSettingsOf } from '../store/board-settings.ts';
import type { BoardClaim } from '../store/delivery.ts';
import { listOfBoard } from '../store/digests.ts';
import { listFollowUps } from '../store/follow-ups.ts';
import { boardDigest } from '../views/follow-up/digest.ts';
import { digestNotPosted } from '../views/follow-up/digest-not-posted.ts';
import { readDigestStep } from './digest-step.ts';
import { digestMoment, isOfPastWeek, nextDigest } from './digest-week.ts';
import { settleNotNeeded } from './settle-digest.ts';

type Content = Pick<OutgoingReminder, 'text' | 'blocks'>;

export interface PreparedForBoard {
  /** Null for the board's channel. */
  userId: string | null;
  content: Content;
}

const dayMs = 86_400_000;

/** What a claim has to say by now, and to whom; null when it was settled instead. */
export async function prepareForBoard(
  context: DeliveryContext,
  claim: BoardClaim,
): Promise<PreparedForBoard | null> {
  const settings = await boardSettingsOf(context.store.db, claim.board, context.defaultTimeZone);
  const { boardLeadId } = settings;
  const userId = claim.role === 'board-lead' ? boardLeadId : null;
  const content =
    claim.role === 'board-lead'
      ? boardLeadId && (await notPosted(context, claim))
      : await digest(context, claim, settings);
  if (content === 'later') return null;
  if (!content) {
    await settleNotNeeded(context, claim);
    return null;
  }
  const timeZone = userId ? (await context.timeZones(claim.board.teamId, [userId]))[userId] : undefined;
  const fromMs = sendableFrom(context.nowMs(), timeZone ?? settings.timeZone, settings);
  if (fromMs <= context.nowMs()) return { userId, content };
  await putOff(context, claim, fromMs, 'quiet_hours');
  return null;
}

/** Null when nothing is due or late, since who reads the same every week stops reading; of a week gone by, or so late that the next one says it. */
async function digest(
  context: DeliveryContext,
  claim: BoardClaim,
  settings: BoardSettings,
): Promise<Content | 'later' | null> {
  const weekOn = readDigestStep(claim.step);
  if (weekOn === null) throw new Error(`the outbox has a step that is unknown: ${claim.step}`);
  const nowMs = context.nowMs();
  const momentMs = digestMoment(weekOn, settings);
  if (momentMs > nowMs) {
    await putOff(context, claim, momentMs, 'settings_changed');
    return 'later';
  }
  if (nowMs > momentMs + dayMs) {
    if (isOfPastWeek(momentMs, settings, nowMs)) return null;
    const nextMs = nextDigest(settings, { takenWeekOn: weekOn, sinceMs: nowMs }, nowMs).dueAtMs;
    if (nextMs < sendableFrom(nowMs, settings.timeZone, settings) + dayMs) return null;
  }
  const { db } = context.store;
  const todayOn = dateInZone(nowMs, settings.timeZone);
  const dates = await listBoardOccurrences(db, claim.board);
  const week = weekOfBoard(await listFollowUps(db, claim.board), dates, todayOn);
  if (week.late.length + week.due.length === 0) return null;
  const rate = honestRate(dates, todayOn, settings.timeZone);
  return boardDigest(rate, week, todayOn);
}

async function notPosted({ store }: DeliveryContext, claim: BoardClaim): Promise<Content> {
  const { to = claim.board.channelId, step } = readUndeliveredStep(claim.step) ?? {};
  const failed = (await listOfBoard(store.db, claim.board)).find((one) => one.step === step);
  return digestNotPosted(to, failed?.failure ?? 'unknown');
}

function putOff(context: DeliveryContext, claim: BoardClaim, atMs: number, code: string): Promise<boolean> {
  return settleLater(context, claim, { atMs, code, inDoubt: claim.conversationId !== null });
}
