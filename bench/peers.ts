import { type RunningApp, runApp } from '../test/support/run-app.ts';
import type { SlackStandIn } from '../test/support/slack-stand-in.ts';

export const signingSecret = 'a-signing-secret-of-the-benchmark';

/** Our app, started as `npm start` does, and a bare Bolt app: both configured for Slack. */
export const peers = [
  { name: 'IMT Board', nodeArguments: undefined },
  { name: 'bare Bolt', nodeArguments: ['bench/bare-bolt.ts'] },
];

export interface StartedPeer extends RunningApp {
  url: string;
  startMs: number;
}

export async function startPeer(
  nodeArguments: string[] | undefined,
  slack: SlackStandIn,
): Promise<StartedPeer> {
  const startedAt = performance.now();
  const app = runApp(
    {
      SLACK_BOT_TOKEN: 'xoxb-benchmark',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      // Both start as on a machine that never ran them.
      NODE_DISABLE_COMPILE_CACHE: '1',
    },
    { nodeArguments },
  );
  const [, port] = await app.printed(/"port":(\d+)/);
  return { ...app, url: `http://127.0.0.1:${port}/slack/events`, startMs: performance.now() - startedAt };
}

export async function endPeer(app: RunningApp): Promise<void> {
  app.signal('SIGTERM');
  await app.ended;
}
