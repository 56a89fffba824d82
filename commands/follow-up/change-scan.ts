import type { MessageReply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import type { ChangedOccurrence } from '../../src/followup/act.ts';
import { dateInZone } from '../../src/followup/calendar-date.ts';
import type { AroundScan } from '../../src/followup/exam-date.ts';
import { ExamOfAnotherDate } from '../../src/followup/exam-of-another-date.ts';
import type { FollowUp, HistoryEntry, Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { seriesAhead } from '../../src/followup/series-ahead.ts';
import { wasDoneBefore } from '../../src/followup/was-done-before.ts';
import { section } from '../../src/views/block.ts';
import { entrySentence } from '../../src/views/follow-up/entry-sentence.ts';
import { movedScan } from '../../src/views/follow-up/moved-scan.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { privately } from '../privately.ts';
import type { Desk } from './desk.ts';
import { saidOnClosing } from './said-on-closing.ts';

/** What becomes of one date, given what is around it. */
export type ScanChange = (occurrence: Occurrence, around: AroundScan) => ChangedOccurrence;

/** Does one thing with one open date and says so; somebody who comes second is told who was first. */
export async function changeOpenScan(scan: Scan, desk: Desk, change: ScanChange): Promise<MessageReply> {
  return scan.occurrence.closing === null
    ? changeScan(scan, desk, change)
    : triedOnClosed(scan, desk, change);
}

/** Of a date that is closed: who closed it, and whether this act did. */
export async function triedOnClosed(scan: Scan, desk: Desk, change: ScanChange): Promise<MessageReply> {
  const { dates, ...rest } = await aroundScan(scan.followUp, desk);
  const around = { ...rest, dates: dates.filter(({ id }) => id !== scan.occurrence.id) };
  return whoWasFirst(
    scan,
    desk,
    wasDoneBefore(scan.occurrence, (open) => change(open, around)),
  );
}

/** The same for a date that may be closed, as to reopen it. */
export async function changeScan(
  { followUp, occurrence }: Scan,
  desk: Desk,
  change: ScanChange,
): Promise<MessageReply> {
  const { followUps, newId } = desk.services;
  const around = await aroundScan(followUp, desk);
  const changed = unlessOfAnother(() => change(occurrence, around));
  if (changed instanceof ExamOfAnotherDate) {
    const { holder, message } = changed;
    return {
      ...(await whoWasFirst({ followUp, occurrence: holder }, desk, false, message)),
      replaces: false,
    };
  }
  const added = seriesAhead(followUp, around.dates, newId, desk.act);
  const saved = await followUps.save(desk.board, {
    occurrences: [changed.occurrence],
    added,
    entries: [changed.entry],
  });
  const scan = { followUp, occurrence: changed.occurrence };
  if (!saved) {
    const now = await followUps.findScan(desk.board, occurrence.id);
    const same = now !== undefined && wasDoneBefore(now.occurrence, () => changed);
    return whoWasFirst({ followUp, occurrence }, desk, same);
  }
  const said = await saidOnClosing(scan, [...around.dates, ...added], desk);
  const moved = movedScan(occurrence, changed.occurrence, [...around.dates, ...added]);
  return outcome(scan, desk, [`${entrySentence(changed.entry)}.`, ...moved, ...said]);
}

function unlessOfAnother(change: () => ChangedOccurrence): ChangedOccurrence | ExamOfAnotherDate {
  try {
    return change();
  } catch (error) {
    if (error instanceof ExamOfAnotherDate) return error;
    throw error;
  }
}

/** What a change looks at besides the date itself. */
export async function aroundScan(
  { id, createdAtMs }: FollowUp,
  { services, board, settings }: Desk,
): Promise<AroundScan> {
  return {
    dates: await services.followUps.occurrences(board, id),
    enteredOn: dateInZone(createdAtMs, settings.timeZone),
  };
}

/** Closes every open date of the case, of all its follow-ups. */
export async function closeAllOfCase(caseCode: string, desk: Desk): Promise<MessageReply> {
  const closed = await desk.services.followUps.endCase(desk.board, caseCode, desk.act);
  if (closed.length === 0)
    throw new UserError(
      `${caseCode} has no open date, so nothing was changed. Write \`/imt-followup history ${caseCode}\` for what became of them.`,
    );
  const line = `*Deceased*: ${closed.length} open ${closed.length === 1 ? 'date' : 'dates'} of ${caseCode} closed by <@${desk.act.by}>. No more messages go out for this case.`;
  return { ...privately('Follow-up closed', [section(line)]), replaces: true };
}

/** Nothing was changed: what the scan has become since, and through whom; `same` when it was by this very act.
 * A `refusal` stands in place of who was first. */
export async function whoWasFirst(
  { followUp, occurrence }: Scan,
  desk: Desk,
  same = false,
  refusal: string | null = null,
): Promise<MessageReply> {
  const { followUps } = desk.services;
  const entries = await followUps.history(desk.board, followUp.id);
  const now = (await followUps.findScan(desk.board, occurrence.id)) ?? { followUp, occurrence };
  const closed = now.occurrence.closing !== null;
  // What ended the series with it says nothing of this date.
  const of = closed ? [occurrence.id] : [occurrence.id, null];
  const last = entries.filter(({ occurrenceId }) => of.includes(occurrenceId)).at(-1);
  const told = last ? ` ${entrySentence(last)}.` : '';
  const reopen = closed && !same ? ' If that was wrong, reopen it first.' : '';
  if (refusal !== null) return outcome(now, desk, [`${refusal}${told}`]);
  return outcome(now, desk, [
    `Nothing was changed: ${firstIn(last, desk, { closed, same })}.${told}${reopen}`,
  ]);
}

function firstIn(
  last: HistoryEntry | undefined,
  { act }: Desk,
  { closed, same }: { closed: boolean; same: boolean },
): string {
  if (last?.by !== act.by) return `${last ? `<@${last.by}>` : 'somebody else'} was first`;
  if (same) return 'you did this before';
  return closed ? 'you closed this date before' : 'you changed it just before';
}

function outcome(scan: Scan, { act }: Desk, lines: readonly string[]): MessageReply {
  return { ...privately('Follow-up scan', scanCard(scan, act.todayOn, lines)), replaces: true };
}
