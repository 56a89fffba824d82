import type { MessageReply } from '../../src/command.ts';
import { chooseScan } from '../../src/followup/choose-scan.ts';
import type { FollowUp } from '../../src/followup/follow-up.ts';
import { readScanRequest } from '../../src/followup/read-scan-request.ts';
import { isLate, scansToShow } from '../../src/followup/scans-to-show.ts';
import { followUpDates, followUpHistory } from '../../src/views/follow-up/case-overview.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import { type ListKind, listKinds, scanList } from '../../src/views/follow-up/scan-list.ts';
import { reminderReference } from '../../src/views/reminder-reference.ts';
import { privately } from '../privately.ts';
import { type Desk, followUpMeant } from './desk.ts';

/** What is open on the board: all, or what is late. */
export async function list(kind: ListKind, desk: Desk, page = 1): Promise<MessageReply> {
  const { services, board, act, settings } = desk;
  const { followUps } = services;
  const [known, open] = await Promise.all([followUps.ofBoard(board), followUps.openOccurrences(board)]);
  const scans = scansToShow(known, open, act.todayOn).filter(
    ({ occurrence }) => kind === 'open' || isLate(occurrence, act.todayOn),
  );
  return privately(listKinds[kind].title, scanList(kind, scans, act.todayOn, page, settings));
}

/** The next open date of a case, with its buttons, and every other date of the same follow-up. */
export async function show(text: string, desk: Desk): Promise<MessageReply> {
  const { choice } = readScanRequest(text, []);
  const { followUp, dates } = await followUpMeant(choice, desk);
  const wanted = dates.some(({ closing }) => closing === null) ? 'open' : 'closed';
  const scan = chooseScan(choice, followUp, dates, wanted);
  const { todayOn } = desk.act;
  return privately('Follow-up', [...scanCard(scan, todayOn), ...followUpDates(followUp, dates, todayOn)]);
}

export async function history(text: string, desk: Desk): Promise<MessageReply> {
  const { followUp } = await followUpMeant(readScanRequest(text, []).choice, desk);
  return historyOf(followUp, desk);
}

export async function historyOf(
  followUp: FollowUp,
  { services, board }: Desk,
  page = 1,
): Promise<MessageReply> {
  const [dates, entries] = await Promise.all([
    services.followUps.occurrences(board, followUp.id),
    services.followUps.history(board, followUp.id),
  ]);
  const reference = reminderReference(board, dates[0]?.id ?? '');
  return privately('History of a follow-up', followUpHistory(followUp, dates, entries, { page, reference }));
}
