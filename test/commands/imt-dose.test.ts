import type { DataTableBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { imtDose } from '../../commands/imt-dose.ts';
import type { MessageReply, Reply, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateMessage, validateView } from '../../src/slack/block-kit/validate.ts';
import { doseActionIds } from '../../src/views/dose-comparison.ts';
import { openAccess } from '../support/open-access.ts';

const folder = new URL('../../knowledge/', import.meta.url);
const command = imtDose;
const services: Services = {
  knowledge: loadKnowledge(folder),
  followUps: {} as Services['followUps'],
  calendar: {} as Services['calendar'],
  access: openAccess,
  questions: {} as Services['questions'],
  curation: {} as Services['curation'],
  now: () => new Date(0),
  newId: () => 'id',
};
const origin = { userId: 'U1', channelId: 'C1', teamId: 'T1' };

function asMessage(reply: Reply): MessageReply {
  if (reply.kind !== 'message') throw new Error('expected a message');
  expect(validateMessage(reply)).toEqual([]);
  return reply;
}

const ask = async (text: string) => asMessage(await command.run({ ...origin, text }, services));

async function press(id: string, { blocks }: MessageReply): Promise<Reply> {
  const value = new RegExp(`"action_id":"${id}","value":"([^"]*)"`).exec(JSON.stringify(blocks))?.[1];
  const action = command.actions.find((one) => one.id === id);
  if (value === undefined || !action) throw new Error(`no button ${id}`);
  return action.run({ ...origin, value }, services);
}

function rowsOf({ blocks }: MessageReply): string[][] {
  const table = blocks.find((block): block is DataTableBlock => block.type === 'data_table');
  if (!table) throw new Error('expected a table');
  return table.rows.map((row) => row.map((cell) => ('text' in cell ? String(cell.text) : '')));
}

const written = ({ blocks }: MessageReply) => JSON.stringify(blocks);

describe('/imt-dose', () => {
  test('reads back what it understood, and lays the schedules side by side', async () => {
    const reply = await ask('5400 in 27 vs 20 Gy/1F ab=10,2');
    expect(reply.visibility).toBe('private');
    expect(JSON.stringify(reply.blocks[0])).toContain(
      'I read: *54 Gy in 27 × 2 Gy* _(no unit was written, read as cGy)_ · *20 Gy in 1 × 20 Gy*',
    );
    expect(rowsOf(reply)).toEqual([
      [
        'Schedule',
        'EQD2 (Gy) α/β 10',
        'EQD2 (Gy) α/β 2',
        'Total (Gy)',
        'Fractions',
        'Per fraction (Gy)',
        'Weeks',
        'Elapsed days',
        'Calendar days',
        'BED (Gy) α/β 10',
        'BED (Gy) α/β 2',
      ],
      ['54 Gy/27F', '54.0', '54.0', '54', '27', '2', '5.4', '36', '37', '64.8', '108.0'],
      ['20 Gy/1F', '50.0', '110.0', '20', '1', '20', '0.2', '0', '1', '60.0', '220.0'],
    ]);
    expect(written(reply)).toContain('*EQD2 less that of 54 Gy/27F*, at α/β 10 | 2\\n20 Gy/1F: −4.0 | +56.0');
    expect(written(reply)).toContain('LQ-L, straight from 10 Gy');
    expect(written(reply)).toContain('its EQD2 is its dose at every α/β');
    expect(written(reply)).toContain('No α/β of this tumour was found');
    expect(JSON.stringify(reply.blocks.at(-1))).toContain(
      'Arithmetic for professionals, not a prescription.',
    );
  });

  test('shows a published schedule as printed, with what is doubtful, and one that cannot be computed', async () => {
    const reply = await ask('54 Gy/27F vs strianese 2018 vs lee 2006');
    expect(written(reply)).toContain('printed as 2000cGy/1F ⚠');
    expect(written(reply)).toContain('20 Gy, fractions not printed');
    expect(rowsOf(reply).map(([schedule]) => schedule)).toEqual([
      'Schedule',
      '54 Gy/27F',
      'Strianese 2018 (3 of 25) ⚠',
      'Lee 2006 (6 of 8) ⚠',
      'Lee 2006 (1 of 8) ⚠',
    ]);
    expect(rowsOf(reply)[3]?.slice(-1)).toEqual(['–']);
  });

  test('shows of each published schedule what its row warns of, in the message and in the working', async () => {
    const reply = await ask('lisi 2019 vs 54/27 vs lee 2006');
    const said = written(reply);
    expect(said).toMatch(
      /⚠ \*All published rows:\*[^*]*Primary publication not found: this row is unverified\./,
    );
    expect(said).toContain('Counts do not agree: radiotherapy in 6 of 8');
    expect(said).toContain('looks like a series of pseudotumour');
    expect(said.match(/row is unverified/g)).toHaveLength(1);
    expect(written(await ask('table'))).toMatch(
      /\*Lisi 2019, Chennouf 2017, Lee 2006:\* Primary publication/,
    );
    expect(written(await ask('table'))).toMatch(/\*All published rows but Guo 2024:\* Table 1 numbers/);
    expect(written(await ask('guo 2024'))).toMatch(
      /More warnings, with the sources of `.imt table`: \d+ on Guo/,
    );
    expect(rowsOf(reply)[1]?.[0]).toBe('Lisi 2019 ⚠');
    expect(rowsOf(reply)[2]?.[0]).toBe('54 Gy/27F');
    const working = JSON.stringify(await press(doseActionIds.working, reply));
    expect(working).toMatch(/\*Lisi 2019\* [^"]*\\n⚠ _Primary publication not found/);
    expect(written(asMessage(await press(doseActionIds.share, reply)))).toContain('row is unverified');
    expect(written(await ask('54/27 vs 20/10'))).not.toContain('⚠');
  });

  test('marks a published schedule whose row is flagged or was found wrong, in words and in its picture', async () => {
    const mark = { standing: 'found wrong', on: '2026-11-23', reasons: ['wrong-figure'] } as const;
    const marks = new Map([['guo-2024-row-zhang-2015', mark]]);
    const flagged = { ...services, knowledge: { ...services.knowledge, marks } };
    for (const text of ['zhang 2015 vs 20/10', 'table', 'zhang 2015']) {
      const reply = asMessage(await command.run({ ...origin, text }, flagged));
      expect(written(reply), text).toContain(
        'Found wrong by a curator on 23 November 2026 (a figure or unit',
      );
      expect(rowsOf(reply).find(([name]) => name?.startsWith('Zhang 2015'))?.[0]).toBe('Zhang 2015 ⚠');
      for (const { altText, spec } of reply.pictures ?? [])
        expect([altText, JSON.stringify(spec)].join(), text).toMatch(/found wrong/i);
    }
  });

  test('takes the rows that a name names, once each, and differences from the first that can be computed', async () => {
    const reply = await ask('lee 2006 vs guo 2024 vs 60 Gy/30F');
    expect(rowsOf(reply).map(([schedule]) => schedule)).toEqual([
      'Schedule',
      'Lee 2006 (6 of 8) ⚠',
      'Lee 2006 (1 of 8) ⚠',
      'Guo 2024 ⚠',
      '60 Gy/30F',
    ]);
    expect(written(reply)).toContain('EQD2 less that of Guo 2024');
    expect(written(reply)).toContain('+6.0');
  });

  test.each([
    'table',
    '54 Gy/27F vs table',
    '54 Gy/27F vs skull-base',
    '1.2 Gy BID x 58 interval=6h repair=4h',
    '66 Gy/33F days=44 k=0.6 tk=28 as 20F',
    '54/27;20/10;60/30;45/25;8/1;20/5;30/10;50.4/28;66/33;70/35 ab=10,8,4,3,2,1.5 as 20F',
  ])('keeps Slack’s rules with its dialog for %s', async (text) => {
    const reply = await ask(text);
    const working = await press(doseActionIds.working, reply);
    if (working.kind !== 'dialog') throw new Error('expected a dialog');
    expect(validateView(working.view)).toEqual([]);
    expect(working.view.blocks.length).toBeLessThanOrEqual(100);
  });

  test('writes out the sum, and cites each α/β', async () => {
    const working = await press(doseActionIds.working, await ask('54 Gy/27F'));
    const text = JSON.stringify(working);
    expect(text).toContain('BED at α/β 10: 54 × (1 + 2 / 10) = 64.8 Gy');
    expect(text).toContain('EQD2 at α/β 3: 90 / (1 + 2 / 3) = 54 Gy');
    expect(text).toContain('https://doi.org/10.1667/RADE-20-00226.1');
    expect(text).not.toContain('prostate');
  });

  test('shares the same comparison under the name of who shared it, without words that played no part', async () => {
    const reply = await ask('54 Gy/27F for Mrs Example vs 20 Gy/10F');
    expect(written(reply)).toContain('not used: for, Mrs, Example');
    const shared = asMessage(await press(doseActionIds.share, reply));
    expect(shared.visibility).toBe('shared');
    expect(written(shared)).toContain('Shared by <@U1>');
    expect(written(shared)).not.toContain('Example');
    expect(written(shared)).not.toContain(doseActionIds.share);
    expect(rowsOf(shared)).toEqual(rowsOf(reply));
  });

  test('shows no markup of what is typed, and no case detail in the text for notifications', async () => {
    const reply = await ask('54 Gy/27F &lt;!channel&gt;').catch((error: unknown) => error);
    expect(reply).toBeInstanceOf(UserError);
    expect((await ask('54 Gy/27F @channel')).text).toBe('Comparison of 1 schedule');
    expect(written(await ask('54 Gy/27F at @channel'))).not.toMatch(/@channel/);
  });

  test('bare, or with "help", shows everything that can be written', async () => {
    for (const text of ['', 'help', ' HELP ']) {
      const shown = written(await ask(text));
      for (const { text: example } of command.examples) expect(shown).toContain(example);
    }
  });

  test('refuses with what to write', async () => {
    await expect(command.run({ ...origin, text: 'vs' }, services)).rejects.toThrow(/Write/);
    await expect(command.run({ ...origin, text: 'nobody 1999' }, services)).rejects.toBeInstanceOf(UserError);
  });

  test('refuses a comparison that is too long for its buttons when it is written out', async () => {
    const many = Array(10).fill('4.3217gye/7f bid 5f/w+9.1234gye/9f tid 5f/w 99d').join(';');
    const days = Array.from({ length: 380 }, (_, day) => day + 1).join(',');
    const asked = `${many} missed=${days}`;
    expect(asked.length).toBeLessThan(2000);
    await expect(ask(asked)).rejects.toThrow(/2000 can be kept for its buttons. Leave some/);
    await press(doseActionIds.working, await ask(many));
  });

  test('has examples that work as they are written', async () => {
    for (const { text } of command.examples) {
      expect(text.startsWith(`${command.name} `)).toBe(true);
      await ask(text.slice(command.name.length + 1));
    }
  });
});
