import { dateInZone } from './calendar-date.ts';
import type { BoardSettings, FollowUp, Occurrence } from './follow-up.ts';
import { windowOf } from './scan-window.ts';
import { type Status, statusOn } from './status-on.ts';

/** One date as it leaves the app: flat, ids instead of names, null for what is not known. */
export interface ExportRow {
  caseCode: string;
  modality: string;
  bodySite: string;
  contrast: string | null;
  /** From 1, in the order of the series. */
  dateNumber: number;
  plannedOn: string;
  targetOn: string;
  windowOpensOn: string;
  windowClosesOn: string;
  status: Status;
  ownerId: string;
  backupId: string;
  appointmentOn: string | null;
  snoozedUntilOn: string | null;
  examOn: string | null;
  reportReference: string | null;
  reviewedBy: string | null;
  closingState: string | null;
  closingReason: string | null;
  closingProof: string | null;
  closingWitness: string | null;
  closedBy: string | null;
  /** ISO 8601, UTC. */
  closedAt: string | null;
  attemptsLogged: number;
  messagesSent: number;
  anchor: string | null;
  anchorOn: string | null;
  templateId: string | null;
  followUpId: string;
  dateId: string;
}

/** All of a board that an export is made of. */
export interface ExportedRecords {
  settings: Pick<BoardSettings, 'timeZone'>;
  followUps: readonly FollowUp[];
  occurrences: readonly Occurrence[];
  /** Messages that went out, by the id of the date. */
  messagesSent: ReadonlyMap<string, number>;
}

/**
 * One row for each date of a board, by case, follow-up and number; its status is that of the given instant (epoch
 * milliseconds) by the board's calendar.
 *
 * @example
 * exportRows({ settings, followUps: [ctChest], occurrences, messagesSent: new Map() }, nowMs)[0]?.status //=> 'overdue'
 */
export function exportRows(
  { settings, followUps, occurrences, messagesSent }: ExportedRecords,
  atMs: number,
): ExportRow[] {
  const todayOn = dateInZone(atMs, settings.timeZone);
  const datesOf = Map.groupBy(occurrences, ({ followUpId }) => followUpId);
  return followUps.flatMap((followUp) =>
    [...(datesOf.get(followUp.id) ?? [])]
      .sort((a, b) => a.number - b.number)
      .map((one) => row(followUp, one, todayOn, messagesSent.get(one.id) ?? 0)),
  );
}

function row(followUp: FollowUp, occurrence: Occurrence, todayOn: string, messagesSent: number): ExportRow {
  const { caseCode, modality, bodySite, contrast, ownerId, backupId, anchor, templateId } = followUp;
  const { plannedOn, targetOn, appointmentOn, snoozedUntilOn, examOn, reportReference, reviewedBy } =
    occurrence;
  const { opensOn, closesOn } = windowOf(occurrence);
  const { closing } = occurrence;
  return {
    ...{ caseCode, modality, bodySite, contrast, dateNumber: occurrence.number + 1, plannedOn, targetOn },
    ...{ windowOpensOn: opensOn, windowClosesOn: closesOn, status: statusOn(occurrence, todayOn) },
    ...{ ownerId, backupId, appointmentOn, snoozedUntilOn, examOn, reportReference, reviewedBy },
    closingState: closing?.state ?? null,
    closingReason: closing?.reason ?? null,
    closingProof: closing?.proof ?? null,
    closingWitness: closing?.witness ?? null,
    closedBy: closing?.by ?? null,
    closedAt: closing ? new Date(closing.atMs).toISOString() : null,
    attemptsLogged: occurrence.attempts.length,
    messagesSent,
    ...{ anchor: anchor?.label ?? null, anchorOn: anchor?.on ?? null, templateId },
    ...{ followUpId: followUp.id, dateId: occurrence.id },
  };
}
