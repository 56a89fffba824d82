import { signRequest } from '../../src/sandbox/sign-request.ts';
import { type RunningApp, runApp } from './run-app.ts';
import type { SlackFront } from './slack-front.ts';
import { slashCommand } from './slash-command.ts';

export const oauthSecrets = {
  clientId: '4711.4712',
  clientSecret: 'CanaryClientSecret',
  stateSecret: 'CanaryStateSecretCanaryStateSecret',
  signingSecret: 'CanarySigningSecret',
  publicUrl: 'https://board.example.org',
};

/** The app as `npm start` runs it, to be installed by OAuth; `Browser` is what a person has in front of it. */
export interface OAuthApp {
  main: RunningApp;
  url: string;
  browser(): Browser;
  /** A signed request as Slack sends it. */
  post(body: string, contentType?: string): Promise<Response>;
  type(teamId: string, command: string, text: string, who?: object): Promise<Response>;
  tell(event: object, envelope: object): Promise<Response>;
  ready(): Promise<Record<string, unknown>>;
  /** What it printed, once it has ended. */
  end(): Promise<string>;
}

interface Browser {
  /** Opens an address of the app, or what Slack sent it to; cookies stay with this browser. */
  open(address: string): Promise<{ status: number; text: string; headers: Headers }>;
  /** Opens the page to install and gives back where its button leads. */
  begin(): Promise<string>;
}

export async function startOAuthApp(
  slack: Pick<SlackFront, 'apiUrl' | 'newResponseUrl'>,
  variables: Record<string, string> = {},
): Promise<OAuthApp> {
  const { clientId, clientSecret, stateSecret, signingSecret, publicUrl } = oauthSecrets;
  const main = runApp({
    ...{ SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret },
    ...{ SLACK_SIGNING_SECRET: signingSecret, PUBLIC_URL: publicUrl, SLACK_API_URL: slack.apiUrl },
    ...{ PORT: '0', LOG_LEVEL: 'trace', ...variables },
  });
  const [, port] = await main.printed(/"port":(\d+)/);
  const url = `http://127.0.0.1:${port}`;
  const post: OAuthApp['post'] = (body, contentType = 'application/x-www-form-urlencoded') =>
    fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': contentType, ...signRequest(body, signingSecret, new Date()) },
    });
  let events = 0;
  return {
    ...{ main, url, post, browser: () => newBrowser(url) },
    type: (teamId, command, text, who = {}) =>
      post(slashCommand(command, text, slack.newResponseUrl(), { team_id: teamId, ...who } as object)),
    tell: (event, envelope) =>
      post(
        JSON.stringify({
          ...{ type: 'event_callback', event_id: `Ev${++events}`, event, ...envelope },
          event_time: Math.floor(Date.now() / 1000),
        }),
        'application/json',
      ),
    ready: async () => (await (await fetch(`${url}/readyz`)).json()) as Record<string, unknown>,
    async end() {
      main.signal('SIGTERM');
      const { stdout, stderr } = await main.ended;
      return stdout + stderr;
    },
  };
}

function newBrowser(url: string): Browser {
  let cookie = '';
  const open: Browser['open'] = async (address) => {
    const { pathname, search } = new URL(address, url);
    const response = await fetch(url + pathname + search, { headers: cookie ? { cookie } : {} });
    for (const set of response.headers.getSetCookie()) cookie = /^[^;]+/.exec(set)?.[0] ?? '';
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return {
    open,
    async begin() {
      const { text } = await open('/slack/install');
      return (/<a href="([^"]+)">Add to Slack</.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    },
  };
}
