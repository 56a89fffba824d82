import type { MessageReply } from '../../src/command.ts';
import type { ChangedOccurrence } from '../../src/followup/act.ts';
import { type ClosedSeries, closeSeries, isClosedBy, resumeSeries } from '../../src/followup/close-series.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { reopen } from '../../src/followup/reopen.ts';
import { entrySentence } from '../../src/views/follow-up/entry-sentence.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { privately } from '../privately.ts';
import { aroundScan, changeScan, type ScanChange, triedOnClosed, whoWasFirst } from './change-scan.ts';
import type { Desk } from './desk.ts';

/** Closes every open date of a follow-up as this one is closed; no date comes behind them. */
export async function closeWholeSeries(scan: Scan, desk: Desk, change: ScanChange): Promise<MessageReply> {
  if (scan.occurrence.closing !== null) return triedOnClosed(scan, desk, change);
  const { act } = desk;
  const around = await aroundScan(scan.followUp, desk);
  const first = change(scan.occurrence, around);
  const { ended, changed } = closeSeries(scan.followUp, around.dates, first, act);
  return save({ scan, series: ended, changed }, desk, 'closed; no more come');
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
  return save({ scan, series: resumed, changed }, desk, 'opened again: all that was closed with it');
}

interface ChangedTogether {
  scan: Scan;
  /** Where the follow-up itself changed with them. */
  series: ClosedSeries['ended'];
  changed: readonly ChangedOccurrence[];
}

async function save(
  { scan, series, changed }: ChangedTogether,
  desk: Desk,
  outcome: string,
): Promise<MessageReply> {
  const { services, board, act } = desk;
  const saved = await services.followUps.save(board, {
    followUps: series ? [series.followUp] : [],
    occurrences: changed.map(({ occurrence }) => occurrence),
    entries: [...changed, ...(series ? [series] : [])].map(({ entry }) => entry),
  });
  if (!saved) return whoWasFirst(scan, desk);
  const own = changed.find(({ occurrence }) => occurrence.id === scan.occurrence.id);
  const lines = [
    ...(own ? [`${entrySentence(own.entry)}.`] : []),
    `*${changed.length} ${changed.length === 1 ? 'date' : 'dates'} of ${scan.followUp.caseCode}* ${outcome}.`,
  ];
  const shown = {
    followUp: series?.followUp ?? scan.followUp,
    occurrence: own?.occurrence ?? scan.occurrence,
  };
  return { ...privately('Follow-up scan', scanCard(shown, act.todayOn, lines)), replaces: true };
}
