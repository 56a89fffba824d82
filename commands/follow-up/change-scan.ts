import type { MessageReply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import type { ChangedOccurrence } from '../../src/followup/act.ts';
import type { Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { seriesAhead } from '../../src/followup/series-ahead.ts';
import { section } from '../../src/views/block.ts';
import { entrySentence } from '../../src/views/follow-up/entry-sentence.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { privately } from '../privately.ts';
import type { Desk } from './desk.ts';

/** What becomes of one date, given all of its follow-up. */
type ScanChange = (occurrence: Occurrence, ofFollowUp: readonly Occurrence[]) => ChangedOccurrence;

/** Does one thing with one open date and says so; somebody who comes second is told who was first. */
export async function changeOpenScan(scan: Scan, desk: Desk, change: ScanChange): Promise<MessageReply> {
  return scan.occurrence.closing === null ? changeScan(scan, desk, change) : whoWasFirst(scan, desk);
}

/** The same for a date that may be closed, as to reopen it. */
export async function changeScan(
  { followUp, occurrence }: Scan,
  desk: Desk,
  change: ScanChange,
): Promise<MessageReply> {
  const { followUps, newId } = desk.services;
  const made = await followUps.occurrences(desk.board, followUp.id);
  const changed = change(occurrence, made);
  const saved = await followUps.save(desk.board, {
    occurrences: [changed.occurrence],
    added: seriesAhead(followUp, made, newId, desk.act),
    entries: [changed.entry],
  });
  if (!saved) return whoWasFirst({ followUp, occurrence }, desk);
  return outcome({ followUp, occurrence: changed.occurrence }, desk, `${entrySentence(changed.entry)}.`);
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

/** Nothing was changed: what the scan has become since, and through whom. */
export async function whoWasFirst({ followUp, occurrence }: Scan, desk: Desk): Promise<MessageReply> {
  const { followUps } = desk.services;
  const entries = await followUps.history(desk.board, followUp.id);
  const last = entries.filter(({ occurrenceId }) => [occurrence.id, null].includes(occurrenceId)).at(-1);
  const now = (await followUps.findScan(desk.board, occurrence.id)) ?? { followUp, occurrence };
  const first =
    last?.by === desk.act.by
      ? 'you did this before'
      : `${last ? `<@${last.by}>` : 'somebody else'} was first`;
  const line = `Nothing was changed: ${first}.${last ? ` ${entrySentence(last)}.` : ''}`;
  return outcome(now, desk, line);
}

function outcome(scan: Scan, { act }: Desk, line: string): MessageReply {
  return { ...privately('Follow-up scan', scanCard(scan, act.todayOn, [line])), replaces: true };
}
