import type { MessageReply } from '../../src/command.ts';
import type { FollowUp, HistoryEntry, Occurrence } from '../../src/followup/follow-up.ts';
import { statusOn } from '../../src/followup/status-on.ts';
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
  { services, board, act }: Desk,
): Promise<MessageReply> {
  await services.access.refuseOutsiders(board, [followUp.ownerId, followUp.backupId]);
  const same = (await services.followUps.ofCase(board, followUp.caseCode)).filter(
    ({ modality, bodySite }) => modality === followUp.modality && bodySite === followUp.bodySite,
  );
  await services.followUps.save(board, { created: [followUp], added: occurrences, entries: [entry] });
  const [first] = occurrences;
  const lines = [
    `*Saved*: ${occurrences.length} ${occurrences.length === 1 ? 'date' : 'dates'}${followUp.recurrence?.untilOn === null ? ', and more as time goes on' : ''}.`,
    ...(same.length > 0
      ? [
          `⚠ This board has ${scanName(followUp)} already. If this one was entered twice, close it as a duplicate.`,
        ]
      : []),
  ];
  const over = occurrences.filter((one) => statusOn(one, act.todayOn) === 'overdue').length;
  if (over > 1)
    lines.push(
      `⚠ ${over} of these dates are overdue from the start. If the first was meant otherwise, close them all: \`/imt-followup close ${followUp.caseCode} all entered by mistake\`.`,
    );
  const blocks = first ? scanCard({ followUp, occurrence: first }, act.todayOn, lines) : [];
  return privately('Follow-up saved', blocks);
}
