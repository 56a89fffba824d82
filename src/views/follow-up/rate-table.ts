import type { DataTableBlock } from '@slack/types';
import type { MessageBlock } from '../../command.ts';
import type { HonestRate } from '../../followup/honest-rate.ts';
import { context } from '../block.ts';

/** The honest rate in one sentence. */
export function rateSentence({ rate, provenInWindow, matured }: HonestRate): string {
  if (rate === null) return 'No scan’s window is over yet, so there is no rate to show.';
  return `*${wholePercent(rate)} %* of the scans whose window is over were proven within it: ${provenInWindow} of ${matured}.`;
}

/** 199 of 200 is not all of them, and 1 of 300 is not none. */
function wholePercent(rate: number): number {
  if (rate === 0 || rate === 1) return rate * 100;
  return Math.min(99, Math.max(1, Math.round(rate * 100)));
}

/** What the rate is made of, and what it does not count; nothing while no window is over. */
export function rateTable(rate: HonestRate): MessageBlock[] {
  if (rate.matured + rate.leftOut === 0) return [];
  const { matured, provenInWindow, provenOutside, witnessedOnly, open, leftOut } = rate;
  const otherwise = matured - provenInWindow - provenOutside - witnessedOnly - open;
  const rows: [string, number][] = [
    ['Proven within the window', provenInWindow],
    ['Proven outside the window', provenOutside],
    ['Done elsewhere on somebody’s word', witnessedOnly],
    ['Still open, booked or not', open],
    ['Closed for another reason', otherwise],
    ['All whose window is over', matured],
    ['Not counted', leftOut],
  ];
  const table: DataTableBlock = {
    type: 'data_table',
    caption: 'Scans whose window is over',
    page_size: rows.length,
    row_header_column_index: 0,
    rows: [
      ['What became of them', 'Scans'].map((text) => ({ type: 'raw_text', text })),
      ...rows.map(([text, value]): DataTableBlock['rows'][number] => [
        { type: 'raw_text', text },
        { type: 'raw_number', value, text: String(value) },
      ]),
    ],
  };
  return [table, context(rateNote(rate))];
}

/** What the figures go by, and how many were not counted for which reason. */
function rateNote({ movedByHand, leftOut, neverOwed, died }: HonestRate): string {
  const moved = movedByHand === 0 ? '' : ` ${movedByHand} had the date moved by hand.`;
  const why = [
    [neverOwed, 'entered by mistake or twice'],
    [died, 'of a patient who has died'],
    [leftOut - neverOwed - died, 'no longer needed before the window was over'],
  ] as const;
  const each = why.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const not = each.length === 0 ? '' : ` Not counted: ${each.join(', ')}.`;
  return `The window is that of the planned date, wherever the date was moved later.${moved} Booked counts as open.${not}`;
}
