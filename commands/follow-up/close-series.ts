import type { MessageReply } from '../../src/command.ts';
import type { ChangedOccurrence } from '../../src/followup/act.ts';
import { closeSeries, isClosedBy, resumeSeries } from '../../src/followup/close-series.ts';
import type { FollowUp, HistoryEntry, Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { reopen } from '../../src/followup/reopen.ts';
import { entrySentence } from '../../src/views/follow-up/entry-sentence.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { privately } from '../privately.ts';
import { changeScan, whoWasFirst } from './change-scan.ts';
import type { Desk } from './desk.ts';

/** Closes every open date of a follow-up as this one is closed; no date comes behind them. */
export async function closeWholeSeries(
  scan: Scan,
  desk: Desk,
  change: (occurrence: Occurrence) => ChangedOccurrence,
): Promise<MessageReply> {
  if (scan.occurrence.closing !== null) return whoWasFirst(scan, desk);
  const { services, board, act } = desk;
  const made = await services.followUps.occurrences(board, scan.followUp.id);
  const { ended, changed } = closeSeries(scan.followUp, made, change(scan.occurrence), act);
  return save(
    { scan, followUps: ended ? [ended.followUp] : [], changed, entries: ended ? [ended.entry] : [] },
    desk,
    'closed; no more come',
  );
}

/** Opens a closed date again, and with it all that was closed in the same act, as by a death that was none. */
export async function reopenScan(scan: Scan, reason: string | null, desk: Desk): Promise<MessageReply> {
  const { closing } = scan.occurrence;
  if (closing === null) return changeScan(scan, desk, (one) => reopen(one, reason, desk.act));
  const { services, board, act } = desk;
  const { followUps } = services;
  const ofCase = await followUps.ofCase(board, scan.followUp.caseCode);
  const dates = (await Promise.all(ofCase.map(({ id }) => followUps.occurrences(board, id)))).flat();
  const together = dates.filter((one) => one.id === scan.occurrence.id || isClosedBy(one, closing));
  const changed = together.map((one) => reopen(one, reason, act));
  const resumed = resumeSeries(scan.followUp, await followUps.history(board, scan.followUp.id), closing, act);
  if (changed.length < 2 && resumed === null)
    return changeScan(scan, desk, (one) => reopen(one, reason, act));
  return save(
    { scan, followUps: resumed ? [resumed.followUp] : [], changed, entries: resumed ? [resumed.entry] : [] },
    desk,
    'opened again: all that was closed with it',
  );
}

interface ChangedTogether {
  scan: Scan;
  followUps: readonly FollowUp[];
  changed: readonly ChangedOccurrence[];
  /** Of the follow-up itself. */
  entries: readonly HistoryEntry[];
}

async function save(
  { scan, followUps, changed, entries }: ChangedTogether,
  desk: Desk,
  outcome: string,
): Promise<MessageReply> {
  const { services, board, act } = desk;
  const saved = await services.followUps.save(board, {
    followUps,
    occurrences: changed.map(({ occurrence }) => occurrence),
    entries: [...changed.map(({ entry }) => entry), ...entries],
  });
  if (!saved) return whoWasFirst(scan, desk);
  const own = changed.find(({ occurrence }) => occurrence.id === scan.occurrence.id);
  const lines = [
    ...(own ? [`${entrySentence(own.entry)}.`] : []),
    `*${changed.length} ${changed.length === 1 ? 'date' : 'dates'} of ${scan.followUp.caseCode}* ${outcome}.`,
  ];
  const shown = { followUp: followUps[0] ?? scan.followUp, occurrence: own?.occurrence ?? scan.occurrence };
  return { ...privately('Follow-up scan', scanCard(shown, act.todayOn, lines)), replaces: true };
}
