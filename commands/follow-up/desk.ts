import type { Origin, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import type { Act } from '../../src/followup/act.ts';
import { dateInZone } from '../../src/followup/calendar-date.ts';
import {
  chooseFollowUp,
  chooseScan,
  type DatedFollowUp,
  fittingFollowUps,
} from '../../src/followup/choose-scan.ts';
import type { Board, BoardSettings, FollowUp } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import type { ScanChoice } from '../../src/followup/read-scan-request.ts';
import { readReminderReference } from '../../src/views/reminder-reference.ts';

/** One person at one board at one moment: what every subcommand, button and dialog works with. */
export interface Desk {
  board: Board;
  settings: BoardSettings;
  act: Act;
  services: Services;
}

/**
 * The one gate: throws a `UserError` for who may not see the board, in the words of `hidden` where the reason would be a
 * hint. `channelId` is that of the board; a reminder may be pressed in another conversation.
 */
export async function deskOf(
  { teamId, userId, channelId }: Origin,
  services: Services,
  hidden?: string,
): Promise<Desk> {
  const board = { teamId, channelId };
  await services.access.requireMember(board, userId, hidden);
  const settings = await services.followUps.settings(board);
  const atMs = services.now().getTime();
  return {
    board,
    settings,
    services,
    act: { by: userId, atMs, todayOn: dateInZone(atMs, settings.timeZone) },
  };
}

/** Throws a `UserError` for who neither leads the board nor is an admin, while the board has a lead. */
export function requireLead({ settings, act, services }: Desk): Promise<void> {
  return services.access.requireLead(settings, act.by);
}

/** With all of its dates; where the same examination stands twice, the one with a date of the wanted kind. */
export async function followUpMeant(
  choice: ScanChoice,
  desk: Desk,
  wanted: 'open' | 'closed' = 'open',
): Promise<DatedFollowUp> {
  const { followUps } = desk.services;
  const fitting = await followUpsMeant(choice, desk);
  const dated = fitting.map(async (followUp) => ({
    followUp,
    dates: await followUps.occurrences(desk.board, followUp.id),
  }));
  return chooseFollowUp(choice, await Promise.all(dated), wanted);
}

/** All that fit, of which there is one at least. */
export async function followUpsMeant(
  choice: ScanChoice,
  { board, services }: Desk,
): Promise<readonly FollowUp[]> {
  return fittingFollowUps(choice, await services.followUps.ofCase(board, choice.caseCode));
}

export async function scanMeant(choice: ScanChoice, desk: Desk, wanted: 'open' | 'closed'): Promise<Scan> {
  const { followUp, dates } = await followUpMeant(choice, desk, wanted);
  return chooseScan(choice, followUp, dates, wanted);
}

/** The desk and the date that a button or a dialog is about; to who may not see it, it is not there. */
export async function scanReferredTo(
  reference: string,
  origin: Origin,
  services: Services,
): Promise<{ desk: Desk; scan: Scan }> {
  const read = readReminderReference(reference);
  if (read === null) throw new UserError(unknownScan);
  const desk = await deskOf({ ...origin, channelId: read.channelId }, services, unknownScan);
  const scan = await services.followUps.findScan(desk.board, read.occurrenceId);
  if (scan === undefined) throw new UserError(unknownScan);
  return { desk, scan };
}

const unknownScan =
  'This button is about a scan that is not kept here any more, and does nothing now. Write `/imt-followup list` for what is open.';
