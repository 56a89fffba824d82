import type { MessageReply, Reply } from '../../src/command.ts';
import type { FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { LINES_TO_TYPE } from '../../src/followup/lines-to-type.ts';
import { readScanRequest } from '../../src/followup/read-scan-request.ts';
import { reassign as reassigned } from '../../src/followup/reassign.ts';
import { entrySentence } from '../../src/views/follow-up/entry-sentence.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { reassignForm } from '../../src/views/follow-up/scan-forms.ts';
import { reminderReference } from '../../src/views/reminder-reference.ts';
import { privately } from '../privately.ts';
import { whoWasFirst } from './change-scan.ts';
import { type Desk, scanMeant } from './desk.ts';

const advice = `Write it as ${LINES_TO_TYPE.reassign}, or with \`backup @d\`.`;

export async function reassign(text: string, desk: Desk): Promise<Reply> {
  const { choice, facts } = readScanRequest(text, ['ownerId', 'backupId'], advice);
  const scan = await scanMeant(choice, desk, 'open');
  if (Object.keys(facts).length > 0) return giveTo(scan, facts, desk);
  const { settings, act, board } = desk;
  const privateValue = reminderReference(board, scan.occurrence.id);
  return {
    kind: 'dialog',
    view: reassignForm({ scan, settings, todayOn: act.todayOn, privateValue }),
  };
}

export async function giveTo(
  { followUp, occurrence }: Scan,
  people: Partial<Pick<FollowUp, 'ownerId' | 'backupId'>>,
  desk: Desk,
): Promise<MessageReply> {
  const changed = reassigned(followUp, people, desk.act);
  // Whoever had it before and stays is not asked after: who left must not keep another from taking it over.
  const named = changed.entry.changes.flatMap(({ to }) => (typeof to === 'string' ? [to] : []));
  await desk.services.access.refuseOutsiders(desk.board, named);
  const saved = await desk.services.followUps.save(desk.board, {
    followUps: [changed.followUp],
    entries: [changed.entry],
  });
  if (!saved) return whoWasFirst({ followUp, occurrence }, desk);
  const scan = { followUp: changed.followUp, occurrence };
  const dates = await desk.services.followUps.occurrences(desk.board, followUp.id);
  const lines = [`${entrySentence(changed.entry)}.`, ...notOneDate(dates)];
  const card = scanCard(scan, desk.act.todayOn, lines);
  return { ...privately('Follow-up reassigned', card), replaces: true };
}

/** People are of the whole follow-up: who named one date of it is told so. */
function notOneDate(dates: readonly Occurrence[]): string[] {
  if (dates.length < 2) return [];
  const open = dates.filter(({ closing }) => closing === null).length;
  return [`This holds for every date of this series, ${open} of them open.`];
}
