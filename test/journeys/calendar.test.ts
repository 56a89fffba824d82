import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, type CalendarApp, startCalendarApp } from '../support/calendar-app.ts';
import { summaries } from '../support/calendar-summaries.ts';

let calendar: CalendarApp;
beforeEach(async () => {
  calendar = await startCalendarApp();
});

describe('a person’s calendar', () => {
  test('holds what they own or back up on every board of the workspace, and nothing else', async () => {
    await calendar.add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await calendar.add('CASE-13 MRI pelvis due 2026-12-02', ben, ada, { channel_id: 'C2' });
    await calendar.add('CASE-14 CT chest due 2026-12-03', ben, 'U0EVE');
    await calendar.add('CASE-15 CT chest due 2026-12-04', ada, ben, { team_id: 'T2' });
    const link = await calendar.linkBy('calendar');
    expect(await summaries(link)).toEqual(['2026-12-01 CASE-12 CT', '2026-12-02 CASE-13 MRI']);
    expect(await (await fetch(link)).text()).not.toMatch(/chest|pelvis|U0|C1|C2|"|<|@(?!imt-board)/);
  });

  test('moves a date with its appointment and lets go of what is closed', async () => {
    await calendar.add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await calendar.add('CASE-13 MRI pelvis due 2026-12-02', ada, ben);
    const link = await calendar.linkBy('calendar');
    await calendar.say('book CASE-12 on 2026-11-30');
    await calendar.say('done CASE-13 exam 2026-11-23 report RPT-1 reviewer <@U3>');
    expect(await summaries(link)).toEqual(['2026-11-30 CASE-12 CT']);
  });

  test('is in the audit record each time it is fetched, by whose it is and what it held', async () => {
    await calendar.add('CASE-12 CT chest due 2026-12-01', ada, ben);
    const link = await calendar.linkBy('calendar');
    calendar.audited.length = 0;
    await summaries(link);
    await fetch(`${link.slice(0, -5)}x.ics`);
    const [date] = await calendar.store.records.openOccurrences({ teamId: 'T1', channelId: 'C1' });
    expect(calendar.audited).toEqual([
      expect.objectContaining({ actor: ada, action: 'fetched', what: 'calendar', about: [date?.id] }),
    ]);
  });

  test('follows who owns a scan', async () => {
    await calendar.add('CASE-12 CT chest due 2026-12-01', ada, ben);
    const link = await calendar.linkBy('calendar', { user_id: 'U0EVE' });
    expect(await summaries(link)).toEqual([]);
    await calendar.say('reassign CASE-12 owner <@U0EVE>');
    expect(await summaries(link)).toEqual(['2026-12-01 CASE-12 CT']);
  });
});

describe('a board’s calendar', () => {
  test('holds all of that board and nothing of another', async () => {
    await calendar.add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await calendar.add('CASE-14 CT chest due 2026-12-03', ben, 'U0EVE');
    await calendar.add('CASE-13 MRI pelvis due 2026-12-02', ada, ben, { channel_id: 'C2' });
    expect(await summaries(await calendar.linkBy('calendar board'))).toEqual([
      '2026-12-01 CASE-12 CT',
      '2026-12-03 CASE-14 CT',
    ]);
  });
});
