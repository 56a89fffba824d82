import { createEmulator } from 'emulate';
import { oauthSecrets } from './oauth-app.ts';
import { type FrontCall, type SlackFront, startSlackFront } from './slack-front.ts';

interface Named {
  id: string;
  name: string;
}

interface Emulator {
  url: string;
  close(): Promise<void>;
}

/** Each `emulate` is one workspace, and all of them call it this. */
const emulatedId = 'T000000001';
export const userId = 'U000000001';

export interface EmulatedWorkspaces extends SlackFront {
  /** What the app was given in a workspace, from the first on. */
  tokensOf(teamId: string): string[];
  /** The channel of its board, with the app in it, and somebody there besides the first user. */
  boardOf(teamId: string): Promise<{ channelId: string; otherId: string }>;
  /** Has somebody in a workspace agree on Slack's page; gives back where their browser is sent then. */
  approve(teamId: string, authorizeAddress: string): Promise<string>;
}

/** Several workspaces behind one Web API, each played by an `emulate` of its own. */
export async function startEmulatedWorkspaces(teamIds: readonly string[]): Promise<EmulatedWorkspaces> {
  const emulators = new Map<string, Emulator>();
  for (const teamId of teamIds)
    emulators.set(
      teamId,
      await createEmulator({ service: 'slack', port: 0, seed: { tokens: {}, slack: seedOf(teamId) } }),
    );
  const issued: { teamId: string; token: string }[] = [];

  async function ask(teamId: string, { method, token }: FrontCall, form: string): Promise<object> {
    const { url = '' } = emulators.get(teamId) ?? {};
    const answer = await fetch(new URL(`/api/${method}`, url.replace('localhost', '127.0.0.1')), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: form.replaceAll(teamId, emulatedId),
    });
    return JSON.parse((await answer.text()).replaceAll(emulatedId, teamId));
  }

  const front = await startSlackFront(async (call, form) => {
    if (call.method !== 'oauth.v2.access') {
      const { teamId } = issued.find(({ token }) => token === call.token) ?? {};
      return teamId === undefined ? { ok: false, error: 'invalid_auth' } : ask(teamId, call, form);
    }
    for (const teamId of teamIds) {
      const answer = (await ask(teamId, call, form)) as { ok: boolean; access_token: string };
      if (!answer.ok) continue;
      issued.push({ teamId, token: answer.access_token });
      return answer;
    }
    return { ok: false, error: 'invalid_code' };
  });

  return {
    ...front,
    tokensOf: (teamId) => issued.filter((one) => one.teamId === teamId).map(({ token }) => token),
    async boardOf(teamId) {
      const { token = '' } = issued.find((one) => one.teamId === teamId) ?? {};
      const call = (method: string, args: Record<string, string> = {}) =>
        ask(teamId, { method, token, args }, new URLSearchParams(args).toString());
      const { channels } = (await call('conversations.list')) as { channels: Named[] };
      const { members } = (await call('users.list')) as { members: Named[] };
      const channelId = channels.find(({ name }) => name === 'sarcoma-board')?.id ?? '';
      await call('conversations.join', { channel: channelId });
      return { channelId, otherId: members.find(({ name }) => name === 'ben')?.id ?? '' };
    },
    async approve(teamId, authorizeAddress) {
      const asked = new URL(authorizeAddress);
      const { url = '' } = emulators.get(teamId) ?? {};
      const page = new URL(asked.pathname + asked.search, url.replace('localhost', '127.0.0.1'));
      const html = await (await fetch(page)).text();
      const form = new URLSearchParams({ user_id: userId });
      for (const name of ['redirect_uri', 'scope', 'user_scope', 'state', 'client_id'])
        form.set(name, asked.searchParams.get(name) ?? '');
      if (!html.includes('IMT Board')) throw new Error('Slack does not ask about this app');
      const sent = await fetch(new URL('/oauth/v2/authorize/callback', page), {
        ...{ method: 'POST', redirect: 'manual', body: form },
      });
      return sent.headers.get('location') ?? '';
    },
    async close() {
      await front.close();
      for (const emulator of emulators.values()) await emulator.close();
    },
  };
}

function seedOf(teamId: string): object {
  const { clientId, clientSecret, publicUrl } = oauthSecrets;
  return {
    team: { name: `Workspace ${teamId}`, domain: teamId.toLowerCase() },
    users: [{ name: 'ben' }],
    channels: [{ name: 'sarcoma-board' }],
    oauth_apps: [
      {
        ...{ client_id: clientId, client_secret: clientSecret, name: 'IMT Board', app_id: 'A0IMTBOARD1' },
        redirect_uris: [`${publicUrl}/slack/oauth_redirect`],
      },
    ],
  };
}
