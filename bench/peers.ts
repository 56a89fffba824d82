import { loadSecret } from '../test/load/ask.ts';
import { type RunningApp, runApp } from '../test/support/run-app.ts';

export interface Peer {
  name: 'IMT Board' | 'bare Bolt';
  nodeArguments: string[] | undefined;
}

/** Our app, started as `npm start` does, and a bare Bolt app: both configured for Slack. */
export const peers: readonly Peer[] = [
  { name: 'IMT Board', nodeArguments: undefined },
  { name: 'bare Bolt', nodeArguments: ['bench/bare-bolt.ts'] },
];

export interface StartedPeer extends RunningApp {
  name: Peer['name'];
  url: string;
  startMs: number;
}

/** With these variables besides those of Slack. */
export async function startPeer(
  { name, nodeArguments }: Peer,
  slack: { apiUrl: string },
  variables: Record<string, string> = {},
): Promise<StartedPeer> {
  const startedAt = performance.now();
  const app = runApp(
    {
      SLACK_BOT_TOKEN: 'xoxb-benchmark',
      SLACK_SIGNING_SECRET: loadSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      ...variables,
    },
    { nodeArguments },
  );
  const [, port] = await app.printed(/"port":(\d+)/);
  const startMs = performance.now() - startedAt;
  return { ...app, name, url: `http://127.0.0.1:${port}/slack/events`, startMs };
}

export async function endPeer(app: RunningApp): Promise<void> {
  app.signal('SIGTERM');
  await app.ended;
}
