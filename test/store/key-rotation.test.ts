import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { openStore } from '../../src/store/open-store.ts';
import { parseKeyRing } from '../../src/store/sealing/key-ring.ts';
import { rekey } from '../../src/store/sealing/rekey.ts';
import { askOf, send } from '../load/ask.ts';
import { type SlackForLoad, startSlackForLoad } from '../load/slack-for-load.ts';
import { startAppForLoad } from '../load/start-app-for-load.ts';
import { testKeys } from '../support/key-ring.ts';
import { runApp } from '../support/run-app.ts';
import { slashCommand } from '../support/slash-command.ts';
import { engines, type StartedEngine, withStore } from './engines.ts';
import { fullFollowUp } from './records.ts';

const board = { teamId: 'T0', channelId: 'C0' };
const both = `2:${Buffer.alloc(32, 'a newer key').toString('base64')},${testKeys}`;

describe.each(engines)('on $engine', ({ engine, start }) => {
  let started: StartedEngine;
  let slack: SlackForLoad;
  beforeAll(async () => {
    [started, slack] = await Promise.all([start(), startSlackForLoad()]);
  }, 60_000);
  afterAll(async () => {
    await slack.close();
    await started.stop();
  });

  const imtRekey = (databaseUrl: string) =>
    runApp({ DATABASE_URL: databaseUrl, ENCRYPTION_KEYS: both }, { nodeArguments: ['src/cli.ts', 'rekey'] })
      .ended;
  const startApp = async (databaseUrl: string, keys: string) => {
    const app = await startAppForLoad({ slack, databaseUrl, variables: { ENCRYPTION_KEYS: keys } });
    onTestFinished(() => app.signal('SIGKILL'));
    let asked = 0;
    return {
      ...app,
      async says(text: string): Promise<string> {
        const ask = askOf(slack, 20 * asked++ + app.pid * 1_000, 'list');
        const who = { user_id: 'U0N0', channel_id: board.channelId, team_id: board.teamId };
        const body = slashCommand('/imt-followup', text, slack.responseUrl(ask.key), who);
        expect(await send(app.url, { ...ask, body })).toMatchObject({ status: 200 });
        await expect.poll(() => slack.shown.get(ask.key)?.times, { timeout: 10_000, message: text }).toBe(1);
        return slack.shown.get(ask.key)?.text ?? '';
      },
      async readyz() {
        const answer = await fetch(new URL('/readyz', app.url));
        return [answer.status, await answer.json()];
      },
    };
  };
  const newStore = async () => {
    const databaseUrl = await started.newDatabase();
    await withStore(databaseUrl, (store) =>
      store.transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, board })),
    );
    return databaseUrl;
  };

  it('`imt rekey` refuses while an app runs that could not read what it seals, and changes nothing for it', async () => {
    const databaseUrl = await newStore();
    const app = await startApp(databaseUrl, testKeys);
    const { status, stderr, stdout } = await imtRekey(databaseUrl);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('An app is running on this store with the keys 1: what key 2 seals');
    expect(stderr).toContain('Restart it with ENCRYPTION_KEYS as they are here, 2:…,1:…');
    expect(await app.readyz()).toMatchObject([200, { status: 'ready' }]);
    expect(await app.says('show CASE-12')).toContain('CASE-12');
    expect(await app.says('show CASE-77')).toContain('no follow-up of CASE-77');
  }, 60_000);

  it('an app with the same keys goes on through it, and needs the older one no more', async () => {
    const databaseUrl = await newStore();
    const app = await startApp(databaseUrl, both);
    const { status, stdout } = await imtRekey(databaseUrl);
    expect([status, stdout]).toEqual([0, expect.stringContaining('Key 2 now opens everything')]);
    expect(await app.readyz()).toMatchObject([200, { status: 'ready' }]);
    expect(await app.says('show CASE-12')).toContain('CASE-12');
    app.signal('SIGKILL');
    await app.ended;
    const [newer = ''] = both.split(',');
    expect(await (await startApp(databaseUrl, newer)).says('show CASE-12')).toContain('CASE-12');
  }, 60_000);

  it('an app that was left behind says that it cannot read, never that there is nothing, and is not ready', async () => {
    const databaseUrl = await newStore();
    const app = await startApp(databaseUrl, testKeys);
    const other = await openStore(databaseUrl, parseKeyRing(both));
    await rekey(other);
    await other.close();
    await app.printed(/"alarm":"keys","keys":\["2"\]/);
    expect(await app.readyz()).toMatchObject([
      503,
      { status: 'not ready', missing: expect.arrayContaining(['keysOpenStore']) },
    ]);
    for (const text of ['show CASE-12', 'show CASE-77', 'list'])
      expect(await app.says(text), text).toContain(
        'cannot be read now, and nothing was changed. Tell whoever runs the app',
      );
    expect(engine).toBe(other.engine);
  }, 60_000);
});
