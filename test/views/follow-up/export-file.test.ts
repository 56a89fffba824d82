import { describe, expect, test } from 'vitest';
import { type ExportRow, exportRows } from '../../../src/followup/export-rows.ts';
import { exportContent } from '../../../src/views/follow-up/export-file.ts';
import {
  board,
  closedAs,
  followUpForTest,
  occurrenceForTest,
  settingsForTest,
} from '../../followup/follow-up-for-test.ts';

const atMs = Date.UTC(2027, 2, 14, 12);
const closing = closedAs('completed');
const proven = occurrenceForTest({
  ...{ id: 'o0', examOn: '2027-02-20', reportReference: 'RPT-1', reviewedBy: 'U3', closing },
});
const open = occurrenceForTest({ id: 'o1', number: 1, targetOn: '2027-05-23', plannedOn: '2027-05-24' });
const rows = exportRows(
  {
    settings: settingsForTest,
    followUps: [{ ...followUpForTest, anchor: { label: 'end of treatment', on: '2026-11-23' } }],
    occurrences: [open, proven],
    messagesSent: new Map([['o0', 2]]),
  },
  atMs,
);
const [first] = rows;
if (!first) throw new Error('there is no row to test with');

/** RFC 4180 read back by hand: an independent half of the round trip. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if (quoted) {
      if (one === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (one === '"') quoted = false;
      else cell += one;
    } else if (one === '"') quoted = true;
    else if (one === ',' || text.startsWith('\r\n', at)) {
      records.at(-1)?.push(cell);
      cell = '';
      if (one === '\r') {
        records.push([]);
        at += 1;
      }
    } else {
      if (one === '\r' || one === '\n') throw new Error('a bare line end');
      cell += one;
    }
  }
  return records.slice(0, -1);
}
const csvOf = async (...all: ExportRow[]) => readCsv(await exportContent('csv', all, board, atMs));

describe('the rows of an export', () => {
  test('are one for each date, in the order of the series, with all that is known of it', () => {
    expect(rows).toMatchObject([
      {
        ...{ caseCode: 'CASE-12', modality: 'CT', bodySite: 'chest', contrast: null, dateNumber: 1 },
        ...{ targetOn: '2027-02-23', windowOpensOn: '2027-02-09', windowClosesOn: '2027-03-09' },
        ...{ status: 'completed', examOn: '2027-02-20', reportReference: 'RPT-1', reviewedBy: 'U3' },
        ...{ ownerId: 'UOWNER', backupId: 'UBACKUP', closingState: 'completed', closedBy: 'U1' },
        ...{ closedAt: '1970-01-01T00:00:00.000Z', messagesSent: 2, anchorOn: '2026-11-23' },
      },
      { dateNumber: 2, plannedOn: '2027-05-24', status: 'not yet due', closingState: null, messagesSent: 0 },
    ]);
  });

  test('have the status of the day, by the board’s calendar', () => {
    const of = (timeZone: string) =>
      exportRows(
        {
          settings: { timeZone },
          followUps: [followUpForTest],
          occurrences: [occurrenceForTest()],
          messagesSent: new Map(),
        },
        Date.UTC(2027, 2, 9, 12),
      )[0]?.status;
    expect([of('UTC'), of('Pacific/Auckland')]).toEqual(['due', 'overdue']);
  });
});

describe('a CSV file', () => {
  test('has a column for every field and a line for every row', async () => {
    const [header = [], ...lines] = await csvOf(...rows);
    expect(header).toEqual(
      Object.keys(first).map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
    );
    expect(lines.map((line) => line[header.indexOf('report_reference')])).toEqual(['RPT-1', '']);
    expect(lines.map((line) => line[header.indexOf('messages_sent')])).toEqual(['2', '0']);
  });

  test.each(['a,b', 'a"b', 'a\nb', 'a\r\nb', 'a\rb', '', ' a ', 'größer', '"', "it's"])(
    'gives %j back as it was',
    async (text) => {
      const [header = [], line = []] = await csvOf({ ...first, closingProof: text });
      expect(line[header.indexOf('closing_proof')]).toBe(text);
    },
  );

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|" /C calc"!A0', '-1\n=2', '＝1'])(
    'lets no spreadsheet run %j',
    async (text) => {
      const [header = [], line = []] = await csvOf({ ...first, closingProof: text });
      expect(line[header.indexOf('closing_proof')]).toBe(`'${text}`);
    },
  );

  test('of nothing is its header', async () => {
    expect(await csvOf()).toHaveLength(1);
  });
});

describe('a JSON file', () => {
  test('says its version, its board and its time, and has the same rows', async () => {
    expect(JSON.parse(await exportContent('json', rows, board, atMs))).toEqual({
      schemaVersion: 1,
      exportedAt: '2027-03-14T12:00:00.000Z',
      board: { teamId: 'T1', channelId: 'C1' },
      dates: rows,
    });
  });
});

test('a reason is in plain words in the CSV and as it is kept in the JSON', async () => {
  const row = { ...first, closingState: 'superseded', closingReason: 'anchor changed' };
  const [header = [], line = []] = await csvOf(row);
  expect(line[header.indexOf('closing_reason')]).toBe('start of the plan changed');
  expect(await exportContent('json', [row], board, atMs)).toContain('"closingReason": "anchor changed"');
});
