import { fileURLToPath } from 'node:url';
import { type RunningApp, runApp, sourceArguments } from '../support/run-app.ts';
import { loadSecret } from './ask.ts';
import type { SlackForLoad } from './slack-for-load.ts';

export interface AppForLoad extends RunningApp {
  port: number;
  url: string;
}

export interface AppForLoadOptions {
  slack: SlackForLoad;
  databaseUrl: string;
  variables?: Record<string, string>;
  /** Files that are loaded before the app, of `processes/` beside this one or of the crash tests. */
  preloaded?: readonly string[];
  nodeArguments?: readonly string[];
  /** False: all of the app's times as it is started. */
  quickTiming?: boolean;
}

/** The app as `npm start` starts it, with a tick a second and its delivery's times in seconds; resolves when it is ready. */
export async function startAppForLoad(options: AppForLoadOptions): Promise<AppForLoad> {
  const app = spawnAppForLoad(options);
  const [, port] = await app.printed(/"port":(\d+).*is ready/);
  return { ...app, port: Number(port), url: `http://127.0.0.1:${port}/slack/events` };
}

function spawnAppForLoad({
  slack,
  databaseUrl,
  variables = {},
  preloaded = [],
  nodeArguments = [],
  quickTiming = true,
}: AppForLoadOptions): RunningApp {
  const imports = [...(quickTiming ? ['../delivery/processes/quick-timing.ts'] : []), ...preloaded].flatMap(
    (path) => ['--import', fileURLToPath(new URL(path, import.meta.url))],
  );
  return runApp(
    {
      ...{ SLACK_BOT_TOKEN: 'xoxb-load', SLACK_SIGNING_SECRET: loadSecret, SLACK_API_URL: slack.apiUrl },
      ...{
        DATABASE_URL: databaseUrl,
        PORT: '0',
        REMINDER_TICK: '* * * * * *',
        QUICK_TIMES: '2',
        ...variables,
      },
    },
    { nodeArguments: [...imports, ...nodeArguments, ...sourceArguments] },
  );
}
