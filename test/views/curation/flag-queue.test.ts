import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { appHome } from '../../../src/slack/app-home.ts';
import { validateMessage, validateView } from '../../../src/slack/block-kit/validate.ts';
import { decideForm } from '../../../src/views/curation/decide-form.ts';
import { flagQueue } from '../../../src/views/curation/flag-queue.ts';
import { dialog } from '../../../src/views/dialog.ts';
import { followUpHome, type HomeScan } from '../../../src/views/follow-up/home.ts';
import { notSaid } from '../../../src/views/follow-up/not-said.ts';
import { followUpForTest, occurrenceForTest, settingsForTest } from '../../followup/follow-up-for-test.ts';
import { fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const knowledge = fixtureKnowledge();
const flags = (count: number, note: string | null = 'n'.repeat(2000)) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `f${at}`, teamId: 'T1', userId: 'U1', claimId: 'alpha-one', contentHash: 'aaaaaaaaaaaa' },
    said: [{ reason: 'other' as const, note, atMs: 1_795_424_400_000 }],
  }));
const queueOn = (count: number, where: 'home' | 'message' | 'dialog', page: number) =>
  flagQueue({ flags: flags(count), teamId: 'T1', notCarriedOver: 2, knowledge }, where, page);
const queue = (count: number, where: 'home' | 'message') => queueOn(count, where, 1);

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

  test('shows every flag on some page of a message, in order, with the way to the next and back', () => {
    const pages = [1, 2, 3].map((page) => JSON.stringify(queueOn(25, 'message', page)));
    const shown = pages.flatMap((page) => [...page.matchAll(/"upheld f(\d+)"/g)].map(([, at]) => Number(at)));
    expect(shown).toEqual(Array.from({ length: 25 }, (_, at) => at));
    expect(pages[0]).toContain('Newer flags (11–20 of 25)');
    expect(pages[0]).not.toContain('Older flags');
    expect(pages[2]).toContain('"value":"message 2"');
    expect(pages[2]).not.toContain('Newer flags');
    expect(JSON.stringify(queueOn(25, 'message', 9))).toBe(pages[2]);
  });

  test('shows sixty at once in the dialog that App Home opens, within Slack’s limits', () => {
    const view = dialog('Flagged statements', queueOn(61, 'dialog', 1) as never);
    expect(validateView(view)).toEqual([]);
    expect(JSON.stringify(view).match(/"upheld f\d+"/g)).toHaveLength(60);
    expect(JSON.stringify(queueOn(61, 'home', 1))).toContain('"value":"dialog 1"');
  });

  test('shows all that one person said of a statement, and keeps to Slack’s limits however much it is', () => {
    const things = (note: string) =>
      Array.from({ length: 20 }, (_, at) => ({ reason: 'other' as const, note: `${at}:${note}`, atMs: at }));
    const shown = (note: string, count = 1) =>
      flagQueue(
        {
          flags: flags(count).map((one) => ({ ...one, said: things(note) })),
          ...{ teamId: 'T1', notCarriedOver: 0, knowledge },
        },
        'message',
      );
    const queued = JSON.stringify(shown('note'));
    for (const at of [17, 18, 19]) expect(queued).toContain(`> ${at}:note`);
    expect(queued).toContain('17 said before: “Uphold…” and “Reject…” show all of it');
    expect(validateMessage({ text: 'flags', blocks: shown('&'.repeat(2000), 10) })).toEqual([]);
    const [flag] = flags(1);
    if (!flag) throw new Error('one flag was asked for');
    const formOf = (note: string) => decideForm('upheld', { ...flag, said: things(note) }, undefined);
    for (let at = 0; at < 20; at++) expect(JSON.stringify(formOf('note'))).toContain(`${at}:note`);
    expect(validateView(formOf('&'.repeat(2000)))).toEqual([]);
  });

  test('says that nothing is open', () => {
    const blocks = flagQueue({ flags: [], teamId: 'T1', notCarriedOver: 0, knowledge }, 'home');
    expect(JSON.stringify(blocks)).toContain('no flag is open');
  });
});
