import type { DataTableBlock } from '@slack/types';
import type { ComparedRegimen, Comparison, EffectGy } from '../dose/comparison.ts';
import { showDosePerFraction, showNumber, showOneDecimal } from '../dose/show-number.ts';
import { scheduleLabel } from './dose-words.ts';

type Cell = DataTableBlock['rows'][number][number];
interface Column {
  heading: string;
  cell(one: ComparedRegimen): Cell;
}

const text = (shown: string): Cell => ({ type: 'raw_text', text: shown });
const number = (value: number, shown: string): Cell => ({ type: 'raw_number', value, text: shown });
/** An empty cell makes Slack refuse the whole message. */
const none = text('–');

/** The schedules side by side: EQD2 at each α/β, what they are, how long they take, then BED. */
export function doseTable({ alphaBetas, regimens }: Comparison): DataTableBlock {
  const effects = (name: string, key: keyof EffectGy): Column[] =>
    alphaBetas.map(({ alphaBetaGy }, at) => ({
      heading: `${name} (Gy) α/β ${showNumber(alphaBetaGy, 2)}`,
      cell: ({ results }) => effectCell(results[at]?.[key]),
    }));
  const columns = [
    scheduleColumn,
    // Beside the name, so that a phone shows it without scrolling sideways.
    ...effects('EQD2', 'eqd2Gy'),
    ...deliveryColumns,
    ...effects('BED', 'bedGy'),
  ];
  return {
    type: 'data_table',
    caption: 'Schedules compared',
    page_size: regimens.length,
    row_header_column_index: 0,
    rows: [
      columns.map(({ heading }) => text(heading)),
      ...regimens.map((one) => columns.map(({ cell }) => cell(one))),
    ],
  };
}

const scheduleColumn: Column = {
  heading: 'Schedule',
  cell: ({ schedule }) => text(`${scheduleLabel(schedule)}${isWarnedOf(schedule) ? ' ⚠' : ''}`),
};

function isWarnedOf({ publication }: ComparedRegimen['schedule']): boolean {
  return publication !== undefined && (publication.doubtful !== null || publication.told.warnings.length > 0);
}

const deliveryColumns: readonly Column[] = [
  {
    heading: 'Total (Gy)',
    cell: ({ schedule }) => {
      const total = schedule.kind === 'regimen' ? schedule.regimen.totalDoseGy : schedule.totalDoseGy;
      return total === null ? none : number(total, showNumber(total, 2));
    },
  },
  {
    heading: 'Fractions',
    cell: ({ schedule }) => {
      const fractions = schedule.kind === 'regimen' ? schedule.regimen.fractions : schedule.fractions;
      return fractions === null ? none : number(fractions, String(fractions));
    },
  },
  {
    heading: 'Per fraction (Gy)',
    cell: ({ regimen }) => {
      const doses = (regimen?.phases ?? []).map(({ dosePerFractionGy }) => dosePerFractionGy);
      const shown = [...new Set(doses.map(showDosePerFraction))];
      return shown.length === 0 ? none : text(shown.join(' then '));
    },
  },
  {
    heading: 'Weeks',
    cell: ({ time }) => (time ? number(time.nominalWeeks, showNumber(time.nominalWeeks, 1)) : none),
  },
  {
    heading: 'Elapsed days',
    cell: ({ time }) => {
      if (!time) return none;
      const days = time.statedDays ?? time.elapsedDays;
      return number(days, showNumber(days, 1));
    },
  },
  {
    heading: 'Calendar days',
    cell: ({ time }) =>
      time && time.statedDays === null ? number(time.calendarDays, String(time.calendarDays)) : none,
  },
];

function effectCell(gy: number | undefined): Cell {
  return gy === undefined ? none : number(gy, showOneDecimal(gy));
}
