import type { ComparedRegimen } from '../../dose/comparison.ts';
import { showDosePerFraction } from '../../dose/show-number.ts';
import { scheduleLabel, scheduleText } from '../dose-words.ts';
import { listText } from './list-text.ts';
import { publicationDoubts } from './publication-doubts.ts';

export interface ChartLabel {
  /** The name that tables use, told apart from every other of its comparison. */
  name: string;
  /** What the name leaves out: `2 Gy per fraction`; of a published schedule also its doses. */
  detail: string;
}

/** What schedules are called in a picture and its description, in their order. */
export function chartLabels(regimens: readonly ComparedRegimen[]): ChartLabel[] {
  const names = regimens.map(({ schedule }) => {
    const isRough = schedule.kind === 'regimen' && schedule.warnings.includes('APPROXIMATE');
    return `${isRough ? '~' : ''}${printable(scheduleLabel(schedule))}`;
  });
  return regimens.map((one, at) => {
    const name = names[at] ?? '';
    const same = names.filter((other) => other === name).length > 1;
    const nth = names.slice(0, at + 1).filter((other) => other === name).length;
    return { name: same ? `${name}, no. ${nth}` : name, detail: detailOf(one) };
  });
}

function detailOf({ schedule, results }: ComparedRegimen): string {
  if (schedule.kind === 'incomplete')
    return [`${scheduleText(schedule)}, so no EQD2`, ...publicationDoubts(schedule)].join(', ');
  const { phases } = schedule.regimen;
  const each = [...new Set(phases.map(({ dosePerFractionGy }) => showDosePerFraction(dosePerFractionGy)))];
  const weekly = [...new Set(phases.map(({ fractionsPerWeek }) => fractionsPerWeek ?? null))];
  const { publication } = schedule;
  return [
    publication ? scheduleLabel({ ...schedule, publication: undefined }) : '',
    `${listText(each)} Gy per fraction`,
    weekly.length === 1 && weekly[0] ? `${weekly[0]} a week` : '',
    results.some(({ incompleteRepair }) => incompleteRepair) ? 'incomplete repair counted' : '',
    ...publicationDoubts(schedule),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Control characters break a picture's XML, and marks of direction could make a figure read backwards. */
function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
}
