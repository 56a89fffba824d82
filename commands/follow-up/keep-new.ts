import type { MessageReply } from '../../src/command.ts';
import { calendarDay } from '../../src/dates/calendar-day.ts';
import { dateInZone } from '../../src/followup/calendar-date.ts';
import type { FollowUp, HistoryEntry, Occurrence } from '../../src/followup/follow-up.ts';
import { section } from '../../src/views/block.ts';
import { datesAhead } from '../../src/views/follow-up/dates-ahead.ts';
import { overdueFromTheStart } from '../../src/views/follow-up/overdue-from-the-start.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { scanName } from '../../src/views/reminder-words.ts';
import { privately } from '../privately.ts';
import type { Desk } from './desk.ts';

interface NewFollowUp {
  followUp: FollowUp;
  occurrences: readonly Occurrence[];
  entry: HistoryEntry;
}

/** Saves a new follow-up with its dates and shows the first of them. */
export async function keepNew(
  { followUp, occurrences, entry }: NewFollowUp,
  desk: Desk,
): Promise<MessageReply> {
  const { services, board, act } = desk;
  await services.access.refuseOutsiders(board, [followUp.ownerId, followUp.backupId]);
  const ofCase = await services.followUps.ofCase(board, followUp.caseCode);
  const deceased = await closedAsDeceased(ofCase, desk);
  if (deceased !== null) return privately('Follow-up not saved', [section(deceased)]);
  const same = ofCase.filter(
    ({ modality, bodySite }) => modality === followUp.modality && bodySite === followUp.bodySite,
  );
  await services.followUps.save(board, { created: [followUp], added: occurrences, entries: [entry] });
  const [first] = occurrences;
  const ahead = datesAhead(followUp, occurrences.length);
  const lines = [
    `*Saved*: ${occurrences.length} ${occurrences.length === 1 ? 'date' : 'dates'}${followUp.recurrence?.untilOn === null ? ', and more as time goes on' : ''}.`,
    ...(ahead === null ? [] : [ahead]),
    ...(same.length > 0
      ? [
          `⚠ This board has ${scanName(followUp)} already. If this one was entered twice, close it as a duplicate.`,
        ]
      : []),
  ];
  lines.push(...overdueFromTheStart(followUp, occurrences, act.todayOn));
  const blocks = first ? scanCard({ followUp, occurrence: first }, act.todayOn, lines) : [];
  return privately('Follow-up saved', blocks);
}

/** New scans of who has died would be asked for by name; a death of the wrong case is undone first. */
async function closedAsDeceased(
  ofCase: readonly FollowUp[],
  { services, board, settings }: Desk,
): Promise<string | null> {
  for (const { id, caseCode, modality, bodySite } of ofCase) {
    const dates = await services.followUps.occurrences(board, id);
    const closing = dates.find((one) => one.closing?.state === 'deceased')?.closing;
    if (closing)
      return `Nothing was saved: ${caseCode} is closed as deceased by <@${closing.by}> on ${calendarDay(dateInZone(closing.atMs, settings.timeZone))}. If that was wrong, write \`/imt-followup reopen ${caseCode} ${modality} ${bodySite} closed by mistake\` first.`;
  }
  return null;
}
