import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createFollowUp, occurrenceOfSeries } from '../../src/followup/create-follow-up.ts';
import { parseFollowUp } from '../../src/followup/parse-follow-up.ts';
import { actOn, board } from './follow-up-for-test.ts';

const typed =
  'CASE-12 CT chest due 2027-02-23 window 14d owner <@U1A> backup <@U2B|dr.b> every 3 months until 2032-02-23';
const draft = {
  ...{ caseCode: 'CASE-12', modality: 'CT', bodySite: 'chest', contrast: null, targetOn: '2027-02-23' },
  ...{ windowDays: 14, ownerId: 'U1A', backupId: 'U2B' },
  recurrence: { every: 3, unit: 'month', untilOn: '2032-02-23' },
};
const refusal = (text: string): string => {
  try {
    parseFollowUp(text);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'was accepted';
};

describe('the typed form', () => {
  test('is read as it stands in the help', () => {
    expect(parseFollowUp(typed)).toEqual(draft);
  });

  test('names the largest window in the refusal of a larger one', () => {
    expect(refusal(typed.replace('14d', '367d'))).toContain('from 0 to 366');
    expect(refusal(typed.replace(/ every .*/, '').replace('14d', '366d'))).toBe('was accepted');
  });

  test('is read in any order of its parts', () => {
    const parts = [
      ...['CASE-12', 'CT', 'chest', 'due 2027-02-23', 'window 14d', 'owner <@U1A>', 'backup <@U2B|dr. b>'],
      ...['every 3 months', 'until 2032-02-23'],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(parseFollowUp(shuffled.join(' '))).toEqual(draft);
      }),
    );
  });

  test.each([
    ['window 2w', { windowDays: 14 }],
    ['window ±10', { windowDays: 10 }],
    ['window 10 days', { windowDays: 10 }],
  ])('reads %s', (part, read) => {
    expect(parseFollowUp(typed.replace('window 14d', part))).toMatchObject(read);
  });

  test.each([
    ['every month', { every: 1, unit: 'month' }],
    ['every 90d', { every: 90, unit: 'day' }],
    ['every 6 weeks', { every: 6, unit: 'week' }],
    ['every 1 year', { every: 1, unit: 'year' }],
  ])('reads %s', (part, read) => {
    const text = typed.replace('every 3 months until 2032-02-23', part).replace('14d', '3d');
    expect(parseFollowUp(text).recurrence).toEqual({ ...read, untilOn: null });
  });

  test.each([
    ['ct/mri Abdomen and pelvis', 'CT or MRI', 'abdomen and pelvis'],
    ['MRI skull base', 'MRI', 'skull base'],
    ['PET chest, abdomen, pelvis', 'PET-CT', 'chest, abdomen and pelvis'],
    ['thorax CT', 'CT', 'chest'],
    ['blood count', 'blood count', 'blood'],
  ])('reads %s', (part, modality, bodySite) => {
    expect(parseFollowUp(typed.replace('CT chest', part))).toMatchObject({ modality, bodySite });
  });

  test('reads whether contrast is given', () => {
    expect(parseFollowUp(`${typed} without contrast`).contrast).toBe('without');
  });
});

describe('a typed form that is wrong', () => {
  test('names every missing field at once, each with what to write', () => {
    expect(refusal('CASE-12 CT')).toBe(
      'Nothing was saved. Missing: the body site (`chest`), the due date (`due 2027-02-23`), the window (`window 14d`), the owner (`owner @name`), the backup (`backup @name`).',
    );
    expect(refusal('')).toMatch(/case code.*modality.*body site.*due date.*window.*owner.*backup/);
  });

  test('is refused with an unknown word, told by its place and never repeated', () => {
    expect(refusal(`Müller ${typed}`)).toMatch(/^(?!.*Müller).*I do not know word 1/);
    expect(refusal(`${typed} 1961-04-05`)).not.toContain('1961');
    expect(refusal('4711 CT chest')).toMatch(/^(?!.*4711).*Word 1 is not a case code/);
  });

  test('is refused with the word that was meant, when it is near', () => {
    expect(refusal(typed.replace('window', 'widow'))).toContain('Did you mean `window`?');
    expect(refusal(typed.replace('chest', 'abdomn'))).toContain('Did you mean `abdomen`?');
  });

  test.each([
    ['due 23.02.2027', 'due 2027-02-23', /cannot read the due date/],
    ['window soon', 'window 14d', /cannot read the window/],
    ['every now', 'every 3 months', /cannot read the interval/],
    ['every 0 months', 'every 3 months', /from 1 to 120/],
    ['owner @a', 'owner <@U1A>', /cannot tell who the owner is/],
    ['backup <@U1A>', 'backup <@U2B|dr.b>', /same person/],
    ['until 2027-01-01', 'until 2032-02-23', /before its first date/],
    ['', 'every 3 months', /`until` ends a series that has no interval/],
    ['window 45d', 'window 14d', /Write `window 44d` or less/],
    ['CT MRI', 'CT', /A modality is given twice/],
    ['due 2027-02-23 on 2027-02-24', 'due 2027-02-23', /The due date is given twice/],
    ['with care', 'window 14d', /Write `with contrast`/],
  ])('as "%s" instead of "%s" says what to write', (wrong, right, told) => {
    expect(refusal(typed.replace(right, wrong))).toMatch(told);
  });

  test('throws nothing but a sentence for the person, whatever is typed', () => {
    const words = fc.constantFrom(
      ...typed.split(' '),
      'constructor',
      '__proto__',
      'with',
      'contrast',
      '@x',
      '14',
      '',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 20 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(anything, (text) => typeof refusal(text) === 'string'),
      { numRuns: 500 },
    );
  });
});

test('a new follow-up has the draft’s facts and a history that names them', () => {
  const { followUp, entry } = createFollowUp(
    parseFollowUp(typed),
    { id: 'f1', board },
    actOn('2027-01-04', 'U1A'),
  );
  expect(followUp).toMatchObject({
    id: 'f1',
    board,
    caseCode: 'CASE-12',
    firstTargetOn: '2027-02-23',
    createdBy: 'U1A',
    version: 1,
  });
  expect(entry).toMatchObject({ followUpId: 'f1', occurrenceId: null, action: 'created', by: 'U1A' });
  expect(entry.changes).toContainEqual({ field: 'caseCode', from: null, to: 'CASE-12' });
  expect(occurrenceOfSeries(followUp, 1, 'o1', actOn('2027-01-04'))).toMatchObject({
    ...{
      number: 1,
      plannedOn: '2027-05-23',
      targetOn: '2027-05-23',
      windowDays: 14,
      intervalDays: 89,
      closing: null,
    },
  });
  expect(occurrenceOfSeries(followUp, 21, 'o21', actOn('2027-01-04'))).toBeNull();
});
