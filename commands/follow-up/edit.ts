import type { FormValues, MessageReply, Reply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { editFollowUp, type FollowUpEdit } from '../../src/followup/edit-follow-up.ts';
import type { Contrast, FollowUp, HistoryEntry, Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { type MovedAnchor, moveAnchor } from '../../src/followup/move-anchor.ts';
import { readScanRequest } from '../../src/followup/read-scan-request.ts';
import { editForm } from '../../src/views/follow-up/edit-form.ts';
import { entrySentence } from '../../src/views/follow-up/entry-sentence.ts';
import { movedDates } from '../../src/views/follow-up/moved-dates.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { reminderReference } from '../../src/views/reminder-reference.ts';
import { privately } from '../privately.ts';
import { whoWasFirst } from './change-scan.ts';
import { type Desk, scanMeant } from './desk.ts';

const advice =
  'What to change is not typed: write `/imt-followup edit CASE-12` alone, and a dialog opens to change it in.';

export async function edit(text: string, desk: Desk): Promise<Reply> {
  const scan = await scanMeant(readScanRequest(text, [], advice).choice, desk, 'open');
  const { settings, act, board } = desk;
  const privateValue = reminderReference(board, scan.occurrence.id);
  return { kind: 'dialog', view: editForm({ scan, settings, todayOn: act.todayOn, privateValue }) };
}

/** What a follow-up is about, and the day from which it counts: its open dates move with that day. */
export async function saveEdit(scan: Scan, values: FormValues, desk: Desk): Promise<MessageReply> {
  const { services, board, act } = desk;
  const before = await services.followUps.occurrences(board, scan.followUp.id);
  const edited = afterEdit(scan.followUp, before, values, desk);
  const moved = afterMove(edited.followUp, merged(before, edited.occurrences), values, desk);
  const followUp = moved?.followUp ?? edited.followUp;
  const occurrences = merged(edited.occurrences, moved?.changed.map(({ occurrence }) => occurrence) ?? []);
  const entries = [...edited.entries, ...(moved ? [moved.entry] : [])];
  if (entries.length === 0) throw new UserError('That is what stands there already. Nothing was changed.');
  const details = moved?.changed.map(({ entry }) => entry) ?? [];
  const saved = await services.followUps.save(board, {
    followUps: [followUp],
    occurrences,
    entries: [...entries, ...details],
  });
  if (!saved) return whoWasFirst(scan, desk);
  const occurrence = occurrences.find(({ id }) => id === scan.occurrence.id) ?? scan.occurrence;
  const lines = [...entries.map((entry) => `${entrySentence(entry)}.`), ...(moved ? movedDates(moved) : [])];
  const card = scanCard({ followUp, occurrence }, act.todayOn, lines);
  return { ...privately('Follow-up edited', card), replaces: true };
}

interface Edited {
  followUp: FollowUp;
  occurrences: Occurrence[];
  entries: HistoryEntry[];
}

function afterEdit(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  { modality, bodySite, contrast, windowDays, anchorLabel, anchorOn }: FormValues,
  { act }: Desk,
): Edited {
  const asked: FollowUpEdit = {
    modality: modality ?? '',
    bodySite: bodySite ?? '',
    contrast: (contrast ?? null) as Contrast | null,
    windowDays: windowDays ? Number(windowDays) : Number.NaN,
    ...(followUp.anchor === null && anchorLabel && anchorOn
      ? { anchor: { label: anchorLabel, on: anchorOn } }
      : {}),
  };
  const differs = Object.entries(asked).some(([field, value]) => followUp[field as keyof FollowUp] !== value);
  if (!differs) return { followUp, occurrences: [], entries: [] };
  const { followUp: edited, changed, entry } = editFollowUp(followUp, occurrences, asked, act);
  return { followUp: edited, occurrences: changed.map(({ occurrence }) => occurrence), entries: [entry] };
}

function afterMove(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  { anchorOn = null }: FormValues,
  { act }: Desk,
): MovedAnchor | null {
  const { anchor } = followUp;
  if (anchor === null || anchorOn === null || anchorOn === anchor.on) return null;
  return moveAnchor(followUp, occurrences, anchorOn, act);
}

/** The first list with those of the second in place of the same ones, and the rest of the second behind. */
function merged(first: readonly Occurrence[], second: readonly Occurrence[]): Occurrence[] {
  return [...new Map([...first, ...second].map((one) => [one.id, one])).values()];
}
