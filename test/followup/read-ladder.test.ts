import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedBoardSettings } from '../../src/followup/board-settings.ts';
import type { LadderRung, RecipientRole } from '../../src/followup/follow-up.ts';
import { ladderText } from '../../src/followup/ladder-text.ts';
import { readLadder } from '../../src/followup/read-ladder.ts';
import { settingsForTest } from './follow-up-for-test.ts';

const { ladder } = settingsForTest;
const withoutNames = (rungs: readonly LadderRung[]) => rungs.map(({ name, ...rung }) => rung);
const role = fc.constantFrom<RecipientRole[]>('owner', 'backup', 'board-lead', 'channel');
const rungs = (from: LadderRung['from'], min: number, minLength: number) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min, max: 999 }), role), {
      minLength,
      maxLength: 8,
      selector: ([days]) => days,
    })
    .map((pairs) => pairs.sort(([a], [b]) => a - b).map(([days, to]) => ({ role: to, from, days }) as const));
/** Every ladder that a board may have, but for the names of its steps. */
const ladders = fc
  .tuple(rungs('target', -999, 0), rungs('window-end', 1, 1))
  .map(([around, behind]) => [...around, ...behind]);
const named = (unnamed: readonly Omit<LadderRung, 'name'>[]) =>
  readLadder(ladderText(unnamed.map((rung) => ({ ...rung, name: '' }))), []);

describe('a ladder', () => {
  test('is written one step a line', () => {
    expect(ladderText(ladder)).toBe(
      [
        'owner 28 days before',
        'owner on the date',
        'owner 1 day after the window',
        'backup 30 days after the window',
        'lead 60 days after the window',
        'channel 90 days after the window',
      ].join('\n'),
    );
  });

  test('that is written and read again is the same, names and all', () => {
    fc.assert(
      fc.property(ladders, (unnamed) => {
        const before = named(unnamed);
        expect(withoutNames(before)).toEqual(unnamed);
        expect(readLadder(ladderText(before), before)).toEqual(before);
      }),
    );
  });

  test('that is read and written again is the same text', () => {
    fc.assert(
      fc.property(ladders, (unnamed) => {
        const text = ladderText(named(unnamed));
        expect(ladderText(readLadder(text, ladder))).toBe(text);
      }),
    );
  });

  test('of any form that can be read passes the check of a board', () => {
    fc.assert(
      fc.property(ladders, ladders, (first, second) => {
        const changed = readLadder(ladderText(named(second)), named(first));
        expect(checkedBoardSettings({ ...settingsForTest, ladder: changed }).ladder).toEqual(changed);
      }),
    );
  });

  test('never gives the name of a step that it had to a step for somebody else', () => {
    fc.assert(
      fc.property(ladders, ladders, (first, second) => {
        const before = named(first);
        for (const rung of readLadder(ladderText(named(second)), before)) {
          const had = before.find(({ name }) => name === rung.name);
          if (had) expect({ role: had.role, from: had.from }).toEqual({ role: rung.role, from: rung.from });
        }
      }),
    );
  });

  test.each([
    ['Owner 4 weeks before; lead 2w after the window', 'owner 28 days before\nlead 14 days after the window'],
    [
      'board lead 9 days after the window\nbackup 3d after the window',
      'backup 3 days after the window\nlead 9 days after the window',
    ],
    [
      '  owner   ON the due date \n\n channel: 1 day after the window',
      'owner on the date\nchannel 1 day after the window',
    ],
    ['owner 0 days before\nowner 1 day after the window', 'owner on the date\nowner 1 day after the window'],
    [
      'owner 3 days after the due date\nowner 2 days after the end of the window',
      'owner 3 days after the date\nowner 2 days after the window',
    ],
  ])('is read in other words, in any order: %j', (text, written) => {
    expect(ladderText(readLadder(text, ladder))).toBe(written);
  });

  test('keeps the names of its steps when only their days change', () => {
    const moved = ladderText(ladder).replace('30 days after', '20 days after');
    expect(readLadder(moved, ladder).map(({ name }) => name)).toEqual(ladder.map(({ name }) => name));
  });

  test('gives a step between two others a name that none of them has', () => {
    const more = `${ladderText(ladder)}\nbackup 45 days after the window`;
    expect(readLadder(more, ladder).map(({ name }) => name)).toEqual([
      ...['before-due', 'due', 'overdue', 'overdue-backup', 'overdue-backup-b'],
      ...['overdue-lead', 'overdue-channel'],
    ]);
  });
});

describe('a ladder that cannot be read', () => {
  test('is refused with every line that is wrong, by its number and without its words', () => {
    const text = 'owner 28 days before\nCANARY\nbackup 3 days after\nlead 4 days before the window';
    expect(() => readLadder(text, ladder)).toThrow(
      'step 2 cannot be read; step 3 needs “after the date” or “after the window”; step 4 counts back from the window',
    );
    expect(() => readLadder(text, ladder)).not.toThrow('CANARY');
  });

  test.each([
    ['', 'there is no step'],
    [Array.from({ length: 21 }, (_, at) => `owner ${at + 1} days after the window`).join('\n'), '21 steps'],
    ['owner 1000 days before', 'step 1 cannot be read'],
    ['owner -3 days before', 'step 1 cannot be read'],
  ])('%#: is refused and says what to write', (text, told) => {
    expect(() => readLadder(text, ladder)).toThrow(told);
    expect(() => readLadder(text, ladder)).toThrow('`owner 28 days before`');
  });
});
