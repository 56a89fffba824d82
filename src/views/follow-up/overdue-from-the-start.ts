import type { FollowUp, Occurrence } from '../../followup/follow-up.ts';
import { statusOn } from '../../followup/status-on.ts';

/** Of a new follow-up, mostly a slip of the year: how many dates are late already, and how to mend that. */
export function overdueFromTheStart(
  { caseCode, modality, bodySite }: Pick<FollowUp, 'caseCode' | 'modality' | 'bodySite'>,
  dates: readonly Occurrence[],
  todayOn: string,
): string[] {
  const over = dates.filter((one) => statusOn(one, todayOn) === 'overdue').length;
  if (over === 0) return [];
  const line = `/imt-followup close ${caseCode} ${modality} ${bodySite}`;
  if (dates.length === 1)
    return [
      `⚠ This date is overdue from the start. If another day or year was meant, close it with \`${line} entered by mistake\` and add it anew.`,
    ];
  const which = over === 1 ? 'One of these dates is' : `${over} of these dates are`;
  return [
    `⚠ ${which} overdue from the start. If another first day or year was meant, close them all with \`${line} all entered by mistake\` and add them anew.`,
  ];
}
