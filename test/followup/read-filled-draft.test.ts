import { describe, expect, test } from 'vitest';
import { readFilledDraft } from '../../src/followup/read-filled-draft.ts';

const filled = {
  caseCode: 'case-12',
  modality: 'CT',
  bodySite: 'chest',
  contrast: null,
  targetOn: '2027-02-23',
  windowDays: '14',
  ownerId: 'U1',
  backupId: 'U2',
  every: null,
  unit: null,
  untilOn: null,
};

const faultsOf = (change: object) => {
  const read = readFilledDraft({ ...filled, ...change }, {});
  return 'faults' in read ? Object.keys(read.faults).sort() : [];
};

describe('a filled-in dialog', () => {
  test('is a draft when all is there', () => {
    expect(readFilledDraft({ ...filled, every: '3', unit: 'month' }, {})).toEqual({
      draft: {
        caseCode: 'CASE-12',
        modality: 'CT',
        bodySite: 'chest',
        contrast: null,
        targetOn: '2027-02-23',
        windowDays: 14,
        ownerId: 'U1',
        backupId: 'U2',
        recurrence: { every: 3, unit: 'month', untilOn: null },
      },
    });
  });

  test.each<[string, object, string[]]>([
    [
      'no field at all',
      Object.fromEntries(Object.keys(filled).map((field) => [field, null])),
      ['backupId', 'bodySite', 'caseCode', 'modality', 'ownerId', 'targetOn', 'windowDays'],
    ],
    ['one person for both', { backupId: 'U1' }, ['backupId']],
    ['an interval without its unit', { every: '3' }, ['unit']],
    ['a unit without its interval', { unit: 'month' }, ['every']],
    ['an end without an interval', { untilOn: '2028-01-01' }, ['untilOn']],
    ['a window that is no number', { windowDays: '-3' }, ['windowDays']],
    ['a window that reaches the next date', { every: '1', unit: 'week' }, ['every']],
    ['a series that ends before it begins', { every: '3', unit: 'month', untilOn: '2027-01-01' }, ['every']],
    ['a window beyond a year', { windowDays: '999' }, ['windowDays']],
  ])('with %s is refused under its fields', (_, change, fields) => {
    expect(faultsOf(change)).toEqual(fields);
  });

  test('does not ask again what the caller gives', () => {
    const { targetOn, windowDays, ...rest } = filled;
    expect(readFilledDraft(rest, { targetOn, windowDays: Number(windowDays) })).toHaveProperty('draft');
  });
});
