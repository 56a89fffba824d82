import { beforeEach, describe, expect, test } from 'vitest';
import { picked } from '../support/board-talk.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const rig = followUpEachTest();
const { say, shown, openedView, submit } = rig;
beforeEach(async () => {
  rig.app.slack.answers['conversations.open'] = { ok: true, channel: { id: 'D-U1' } };
  await say(
    'add CASE-12 CT chest due 2026-11-01 window 7d owner <@U1> backup <@U2> every 3 months until 2027-05-01',
  );
  await say('done CASE-12 exam 2026-11-02 report RPT-1 reviewer <@U3>');
});

const uploaded = () => rig.app.slack.uploads.map(({ bytes }) => bytes.toString());
const sharedWith = async () => (await rig.app.slack.nextCall('files.completeUploadExternal')).args.channel_id;

describe('an export', () => {
  test('as CSV goes to the asker’s direct message, with a line for each date, open and closed', async () => {
    const { all, text } = await say('export csv');
    expect(text).toBe('Export');
    expect(all).toContain('*3 dates* of <#C1>');
    expect(await sharedWith()).toBe('D-U1');
    expect((await rig.app.slack.nextCall('conversations.open')).args.users).toBe('U1');
    const [file = ''] = uploaded();
    const lines = file.trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^case_code,modality,body_site,/);
    expect(lines[1]).toMatch(/^CASE-12,CT,chest,,1,2026-11-01,.*,completed,U1,U2,.*,RPT-1,U3,completed/);
    expect(lines[2]).toMatch(/^CASE-12,CT,chest,,2,2027-02-01,.*,not yet due,/);
  });

  test('as JSON says its version and its time', async () => {
    await say('export json');
    await sharedWith();
    const [file = ''] = uploaded();
    expect(JSON.parse(file)).toMatchObject({
      ...{ schemaVersion: 1, exportedAt: '2026-11-23T09:00:00.000Z', board: { channelId: 'C1' } },
      dates: [{ dateNumber: 1, reportReference: 'RPT-1' }, { dateNumber: 2 }, { dateNumber: 3 }],
    });
  });

  test('has its day written as everywhere else in its title', async () => {
    await rig.app.type('/imt-followup', 'export csv');
    const { args } = await rig.app.slack.nextCall('files.completeUploadExternal');
    expect(args.files).toMatch(/"title":"Follow-up imaging, \d+ dates?, \d{1,2} [A-Z][a-z]+ \d{4}"/);
  });

  test('that is not named asks for its format', async () => {
    await rig.app.type('/imt-followup', 'export');
    await submit(await openedView(), { format: picked('json') });
    expect((await shown()).all).toContain('as JSON');
    await sharedWith();
    expect(JSON.parse(uploaded()[0] ?? '').dates).toHaveLength(3);
  });

  test('of another board holds nothing of this one', async () => {
    expect((await say('export csv', { channel_id: 'C2' })).all).toContain('nothing to export');
    expect(rig.app.slack.uploads).toEqual([]);
  });

  test('of an unknown kind says what to write', async () => {
    expect((await say('export xlsx')).text).toContain('Write `export csv` or `export json`');
  });

  test.each([
    ['conversations.open', { status: 200, body: '{"ok":false,"error":"user_disabled"}' }],
    ['upload', { status: 500, body: '' }],
    ['files.completeUploadExternal', { status: 200, body: '{"ok":false,"error":"channel_not_found"}' }],
  ] as const)('that cannot be sent, since %s fails, says so with a reference', async (target, fault) => {
    rig.app.slack.failNext(target, fault);
    await say('export csv');
    const { text } = await shown();
    expect(text).toContain('The file could not be sent');
    expect(text).toContain('ref-1');
    expect(rig.app.logLines.join('')).toContain('ref-1');
    expect(rig.app.logLines.join('')).not.toContain('CASE-12');
  });
});

describe('the rate', () => {
  test('is one sentence and a small table', async () => {
    const { all, text } = await say('rate');
    expect(text).toBe('Rate of proven scans');
    expect(all).toContain('*100 %* of the scans whose window is over were proven within it: 1 of 1.');
    expect(all).toContain('Still open, booked or not');
  });

  test('does not count what is booked as done', async () => {
    await say('add CASE-13 CT chest due 2026-11-01 window 7d owner <@U1> backup <@U2>');
    await say('book CASE-13 on 2026-11-24');
    expect((await say('rate')).all).toContain('*50 %*');
  });

  test('of a board with nothing over says that there is none', async () => {
    expect((await say('rate', { channel_id: 'C2' })).all).toContain('no rate to show');
  });
});
