import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/followup/change-settings.ts';
import type { BoardSettings } from '../../src/followup/follow-up.ts';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName } from '../../src/followup/setting-fields.ts';
import { actOn, settingsForTest } from './follow-up-for-test.ts';

const act = actOn('2027-02-01', 'U9');
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const count = fc.integer({ min: 1, max: 999 });
const everySettings: fc.Arbitrary<BoardSettings> = fc
  .record({
    boardLeadId: fc.option(fc.stringMatching(/^[UW][A-Z0-9]{1,10}$/)),
    timeZone: fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone')),
    sendAt: time,
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    quietHours: fc.record({ from: time, until: time }),
    repeatEveryDays: count,
    fullLadderIntervalDays: count,
    digestDay: fc.integer({ min: 1, max: 7 }),
    attemptsBeforeLost: count,
    maxSnoozeDays: count,
  })
  .map((facts) => ({ ...settingsForTest, ...facts }));

function changed(written: Partial<Record<SettingName, string>>, before = settingsForTest) {
  const change = changeSettings(before, written, act);
  if ('faults' in change) throw new Error(JSON.stringify(change.faults));
  return change;
}

describe('every setting', () => {
  test.each(SETTING_NAMES)('%s is read back as it was written', (name) => {
    fc.assert(
      fc.property(everySettings, (settings) => {
        const { read, written } = SETTING_FIELDS[name];
        const again = { ...settings, ...read(written(settings), settings) };
        expect(written(again)).toBe(written(settings));
        if (name !== 'quiet') expect(again).toEqual(settings);
      }),
      { numRuns: 30 },
    );
  });

  test.each<[SettingName, string, Partial<BoardSettings>]>([
    ['lead', '<@U7|ada>', { boardLeadId: 'U7' }],
    ['lead', 'U7', { boardLeadId: 'U7' }],
    ['lead', 'none', { boardLeadId: null }],
    ['lead', '', { boardLeadId: null }],
    ['zone', 'europe/berlin', { timeZone: 'Europe/Berlin' }],
    ['zone', 'New York', { timeZone: 'America/New_York' }],
    ['zone', 'Asia/Kolkata', { timeZone: 'Asia/Kolkata' }],
    ['hour', '8', { sendAt: '08:00' }],
    ['hour', '8.30', { sendAt: '08:30' }],
    ['hour', '12 am', { sendAt: '00:00' }],
    ['hour', '9 PM', { sendAt: '21:00' }],
    ['days', 'Mon-Thu', { workingDays: [1, 2, 3, 4] }],
    ['days', 'tuesday and sat', { workingDays: [2, 6] }],
    ['days', 'Sun to Tue', { workingDays: [1, 2, 7] }],
    ['days', '1,2,3', { workingDays: [1, 2, 3] }],
    ['quiet', 'from 20:00 until 7', { quietHours: { from: '20:00', until: '07:00' } }],
    ['quiet', '20–7', { quietHours: { from: '20:00', until: '07:00' } }],
    ['quiet', 'none', { quietHours: { from: '00:00', until: '00:00' } }],
    ['repeat', '2 weeks', { repeatEveryDays: 14 }],
    ['repeat', '30', { repeatEveryDays: 30 }],
    ['full', '180 days', { fullLadderIntervalDays: 180 }],
    ['digest', 'Friday', { digestDay: 5 }],
    ['attempts', '5', { attemptsBeforeLost: 5 }],
    ['snooze', '7d', { maxSnoozeDays: 7 }],
  ])('%s is read from %j', (name, text, facts) => {
    const neverQuiet = { ...settingsForTest, quietHours: { from: '12:00', until: '12:00' } };
    expect(changed({ [name]: text }, name === 'quiet' ? settingsForTest : neverQuiet)).toMatchObject({
      settings: facts,
    });
  });

  test.each<[SettingName, string, string]>([
    ['lead', 'CANARY', 'pick the person'],
    ['zone', 'CANARY 1', 'IANA name'],
    ['zone', 'Mars/CANARY', 'IANA name'],
    ['hour', '25:00 CANARY', 'as `09:00`'],
    ['hour', '24:00', 'as `09:00`'],
    ['hour', '13 pm', 'as `09:00`'],
    ['days', 'CANARY', 'as `Mon-Fri`'],
    ['days', '', 'as `Mon-Fri`'],
    ['days', 'Mon-Tue-Wed', 'as `Mon-Fri`'],
    ['quiet', 'CANARY', 'as `18:00-08:00`'],
    ['quiet', '18:00-08:00-CANARY', 'as `18:00-08:00`'],
    ['ladder', 'owner 28 days before', 'behind the end of the window'],
    ['ladder', 'owner 0 days after the window', '1 day or more behind'],
    ['ladder', 'owner 3 days after the window\nbackup 3 days after the window', 'later than'],
    ['repeat', '0', 'repeat after 1 day or more'],
    ['repeat', 'CANARY', 'as `28 days`'],
    ['digest', 'Mon-Fri', 'Name one day'],
    ['attempts', '0', '1 logged attempt or more'],
    ['attempts', '2.5', 'as `3`'],
    ['snooze', '0 days', 'snooze of 1 day or more'],
  ])('%s refuses %j and says what to write', (name, text, told) => {
    const change = changeSettings(settingsForTest, { [name]: text }, act);
    expect(change).toMatchObject({ faults: { [name]: expect.stringContaining(told) } });
    expect(JSON.stringify(change)).not.toContain('CANARY');
  });
});

describe('a change of settings', () => {
  test('says who changed what from what to what, and keeps the version that was read', () => {
    const { settings, entry } = changed({ lead: '<@U7>', hour: '8:00' });
    expect(settings.version).toBe(settingsForTest.version);
    expect(entry).toEqual({
      action: 'settings',
      by: 'U9',
      atMs: act.atMs,
      changes: [
        { field: 'lead', from: '<@ULEAD>', to: '<@U7>' },
        { field: 'hour', from: '09:00', to: '08:00' },
      ],
    });
  });

  test('names all that is wrong, setting by setting, and changes nothing', () => {
    const change = changeSettings(settingsForTest, { zone: 'Mars', hour: '8:00', snooze: '0' }, act);
    expect(Object.keys('faults' in change ? change.faults : {})).toEqual(['zone', 'snooze']);
  });

  test('that changes nothing is refused', () => {
    const same = Object.fromEntries(
      SETTING_NAMES.map((name) => [name, SETTING_FIELDS[name].written(settingsForTest)]),
    );
    expect(() => changeSettings(settingsForTest, same, act)).toThrow('stands there already');
  });
});
