import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { appHome } from '../../../src/slack/app-home.ts';
import { validateMessage, validateView } from '../../../src/slack/block-kit/validate.ts';
import { flagQueue } from '../../../src/views/curation/flag-queue.ts';
import { followUpHome, type HomeScan } from '../../../src/views/follow-up/home.ts';
import { notSaid } from '../../../src/views/follow-up/not-said.ts';
import { followUpForTest, occurrenceForTest, settingsForTest } from '../../followup/follow-up-for-test.ts';
import { fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const knowledge = fixtureKnowledge();
const flags = (count: number, note: string | null = 'n'.repeat(2000)) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `f${at}`, teamId: 'T1', userId: 'U1', claimId: 'alpha-one', contentHash: 'aaaaaaaaaaaa' },
    ...{ reason: 'other' as const, note, atMs: 1_795_424_400_000 },
  }));
const queue = (count: number, where: 'home' | 'message') =>
  flagQueue({ flags: flags(count), teamId: 'T1', notCarriedOver: 2, knowledge }, where);

describe('the queue of flags', () => {
  test('fits on App Home above all that the follow-ups may show there', () => {
    const scans: HomeScan[] = Array.from({ length: 60 }, (_, at) => ({
      followUp: followUpForTest,
      occurrence: occurrenceForTest({ id: `01890a5d-ac96-774b-bcce-${String(at).padStart(12, '0')}` }),
      todayOn: '2027-03-14',
    }));
    const boards = Array.from({ length: 12 }, (_, at) => ({
      ...{ ...settingsForTest, board: { teamId: 'T1', channelId: `C${at}` }, boardLeadId: null },
    }));
    const own = followUpHome({ userId: 'UOWNER', boards, mine: scans, others: scans });
    const view = appHome(commands, [...queue(60, 'home'), ...notSaid(1), ...own] as never);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(validateView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('All 60 flags');
  });

  test('keeps to Slack’s limits as a message, and names the command that carries it over', () => {
    const blocks = queue(60, 'message');
    expect(validateMessage({ text: 'flags', blocks })).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('kb patch');
    expect(JSON.stringify(blocks)).toContain('the statement has changed since');
  });

  test('says that nothing is open', () => {
    const blocks = flagQueue({ flags: [], teamId: 'T1', notCarriedOver: 0, knowledge }, 'home');
    expect(JSON.stringify(blocks)).toContain('no flag is open');
  });
});
