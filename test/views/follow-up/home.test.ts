import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { appHome } from '../../../src/slack/app-home.ts';
import { validateView } from '../../../src/slack/block-kit/validate.ts';
import { followUpHome, type HomeScan } from '../../../src/views/follow-up/home.ts';
import { followUpForTest, occurrenceForTest, settingsForTest } from '../../followup/follow-up-for-test.ts';

const todayOn = '2027-03-14';
const scans = (
  count: number,
  facts: Partial<HomeScan['followUp']> = {},
  targetOn = '2027-02-23',
): HomeScan[] =>
  Array.from({ length: count }, (_, at) => ({
    followUp: { ...followUpForTest, ...facts, caseCode: `CASE-7${at}` },
    occurrence: occurrenceForTest({
      id: `01890a5d-ac96-774b-bcce-${String(at).padStart(12, '0')}`,
      targetOn,
    }),
    todayOn,
  }));
const boards = (count: number, boardLeadId: string | null) =>
  Array.from({ length: count }, (_, at) => ({
    ...settingsForTest,
    ...{ board: { teamId: 'T1', channelId: `C${at}` }, boardLeadId },
  }));
const others = { ownerId: 'U3', backupId: 'U4' };

describe('App Home', () => {
  test('stays within Slack’s limits with more than it holds, and says where the rest is', () => {
    const own = followUpHome({
      userId: 'UOWNER',
      boards: boards(12, null),
      mine: scans(52),
      others: scans(48, others),
    });
    const view = appHome(commands, own as Parameters<typeof appHome>[1]);
    expect(validateView(view)).toEqual([]);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    const all = JSON.stringify(own);
    expect(all).toContain('52 open, 52 of them late');
    expect(all).toContain('and 12 more: `/imt-followup list`');
    expect(all).toContain('and 23 more: `/imt-followup list`');
    expect(all).toContain('and 2 more: `/imt-followup settings`');
  });

  test('puts late scans first and each of them by its date', () => {
    const [early] = scans(1, { modality: 'MRI' }, '2027-04-01');
    const [late] = scans(1, { modality: 'CT' }, '2027-02-23');
    const [later] = scans(1, { modality: 'PET-CT' }, '2027-02-20');
    const mine = [early, late, later].filter((one) => one !== undefined);
    const all = JSON.stringify(followUpHome({ userId: 'UOWNER', boards: [], mine, others: [] }));
    expect(all).toMatch(/\*PET-CT.*\*CT chest.*\*MRI/);
  });

  test('says of a board without a lead where escalation goes, and offers its settings', () => {
    const all = JSON.stringify(followUpHome({ userId: 'U1', boards: boards(1, null), mine: [], others: [] }));
    expect(all).toContain('escalation goes to the channel until a lead is named');
    expect(all).toContain('"action_id":"followup.settings","value":"C0"');
  });

  test('offers no settings of a board that somebody else leads', () => {
    const all = JSON.stringify(followUpHome({ userId: 'U1', boards: boards(1, 'U2'), mine: [], others: [] }));
    expect(all).not.toContain('followup.settings');
  });
});
