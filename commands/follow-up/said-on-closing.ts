import { reasonInWords } from '../../src/followup/closing-reasons.ts';
import type { FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { escapeMrkdwn } from '../../src/views/escape-mrkdwn.ts';
import { examOutsideWindow } from '../../src/views/follow-up/exam-outside-window.ts';
import type { Desk } from './desk.ts';

/** What to look at twice after one date was closed; nothing of one that is open. */
export async function saidOnClosing(
  { followUp, occurrence }: Scan,
  ofFollowUp: readonly Occurrence[],
  desk: Desk,
): Promise<string[]> {
  if (occurrence.closing === null) return [];
  return [
    examOutsideWindow(occurrence),
    await sameReportElsewhere({ followUp, occurrence }, desk),
    othersStayOpen(followUp, occurrence, ofFollowUp),
  ].filter((line) => line !== null);
}

/** A number may be one of each hospital, so it is said and not refused. */
async function sameReportElsewhere(
  { followUp, occurrence }: Scan,
  { services, board }: Desk,
): Promise<string | null> {
  const report = reportOf(occurrence);
  if (report === null) return null;
  const closed = await services.followUps.everyOccurrence(board);
  const ids = new Set(closed.filter((one) => reportOf(one) === report).map(({ followUpId }) => followUpId));
  const known = await services.followUps.ofBoard(board);
  const others = known.filter(({ id, caseCode }) => ids.has(id) && caseCode !== followUp.caseCode);
  if (others.length === 0) return null;
  const cases = [...new Set(others.map(({ caseCode }) => caseCode))].join(', ');
  return `⚠ ${escapeMrkdwn(report)} also closed a scan of ${cases}. If it is not the report of both, reopen the wrong one.`;
}

const reportOf = ({ closing, reportReference }: Occurrence) =>
  closing === null ? null : (reportReference ?? closing.proof);

/** Reasons that speak of one scan; any other may be meant of the whole series. */
const ofOneScan: readonly string[] = ['patient declines this scan', 'replaced by another examination'];

function othersStayOpen(
  { caseCode, modality, bodySite }: FollowUp,
  { id, closing }: Occurrence,
  ofFollowUp: readonly Occurrence[],
): string | null {
  if (closing === null || closing.reason === null || ofOneScan.includes(closing.reason)) return null;
  const open = ofFollowUp.filter((one) => one.closing === null && one.id !== id).length;
  if (open === 0) return null;
  const line = `close ${caseCode} ${modality} ${bodySite} all ${closing.state} ${reasonInWords(closing.reason)}`;
  const dates = open === 1 ? '1 more date of this series stays' : `${open} more dates of this series stay`;
  return `⚠ ${dates} open. Write \`/imt-followup ${line}\` to close ${open === 1 ? 'it' : 'them'} too.`;
}
