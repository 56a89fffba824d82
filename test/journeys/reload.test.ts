import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { type RunningApp, runApp } from '../support/run-app.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';

let slack: SlackStandIn;
let app: RunningApp;
let folder: string;
beforeEach(async () => {
  slack = await startSlackStandIn();
  folder = copyOfProject();
  app = runApp(
    {
      ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-secret', PORT: '0' },
      SLACK_API_URL: slack.apiUrl,
    },
    { folder },
  );
});
afterEach(async () => {
  app.signal('SIGKILL');
  await slack.close();
  rmSync(folder, { recursive: true });
});

test.skipIf(process.platform === 'win32')(
  'on SIGHUP the files are read again; one with a mistake is refused with its line, and the old ones stay',
  { timeout: 60_000 },
  async () => {
    const path = join(folder, 'knowledge/topics.yml');
    const [, port, first] = await app.printed(/"port":(\d+).*"hash":"([0-9a-f]{7})".*IMT Board is ready/);
    cpSync(path, `${path}.before`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `# Another version\n${text}`);
    app.signal('SIGHUP');
    const [, second] = await app.printed(/"hash":"([0-9a-f]{7})"[^\n]*the knowledge base was reloaded/);
    expect(second).not.toBe(first);
    writeFileSync(path, `${text}\nnonsense: true\n`);
    app.signal('SIGHUP');
    const [refused] = await app.printed(/[^\n]*the knowledge base was not reloaded[^\n]*/);
    expect(refused).toMatch(/topics\.yml:\d+/);
    expect(refused).toContain(`"hash":"${second}"`);
    expect(refused).not.toMatch(/stack|at .*\.ts/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    app.signal('SIGTERM');
    expect((await app.ended).status).toBe(0);
  },
);
