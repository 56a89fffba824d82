import { createEmulator } from 'emulate';
import type { Conversation, Directory, Person } from './directory.ts';
import type { SlackObject } from './slack-shapes.ts';
import { type IdPair, translateIds } from './translate-ids.ts';

/**
 * Slack's own store of users, conversations and messages, played by `emulate`. Like Slack's it names messages by
 * the machine's clock; the page shows when they came by the app's.
 */
export interface EmulatedSlack {
  directory: Directory;
  /** One Web API call, by the app unless a person is named. */
  call(method: string, args: SlackObject, personId?: string): Promise<SlackObject>;
  stop(): Promise<void>;
}

/** The same on each start, so that a store which is kept knows them again. */
const people: readonly Person[] = [
  { id: 'U0SANDBOXADA', handle: 'ada', name: 'Ada', role: 'radiation oncologist' },
  { id: 'U0SANDBOXBEN', handle: 'ben', name: 'Ben', role: 'sarcoma surgeon' },
  { id: 'U0SANDBOXCHI', handle: 'chiara', name: 'Chiara', role: 'board coordinator' },
  { id: 'U0SANDBOXDAN', handle: 'dana', name: 'Dana', role: 'evidence curator', curates: true },
];
const app = { id: 'A0SANDBOX01', botId: 'B0SANDBOX01', userId: 'U0SANDBOX01', name: 'IMT Board' };
const team = { id: 'T0SANDBOX01', domain: 'imt-board-sandbox', name: 'IMT Board sandbox' };
const channel: Conversation = { kind: 'channel', id: 'C0SANDBOX01', name: 'sarcoma-board' };
const directs = people.map(
  ({ id }): Conversation => ({
    kind: 'direct',
    id: id.replace('U', 'D'),
    name: 'directmessage',
    personId: id,
  }),
);

export async function startEmulatedSlack(newId: () => string): Promise<EmulatedSlack> {
  // These tokens stay in this process: the app is given another one, which only the stand-in knows.
  const botToken = `xoxb-${newId()}`;
  const tokens = new Map(people.map(({ id, handle }) => [id, { handle, token: `xoxp-${newId()}` }]));
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: { tokens: {}, slack: seed(botToken, [...tokens.values()]) },
  });
  const apiUrl = new URL('/api/', emulator.url);
  apiUrl.hostname = '127.0.0.1';
  const idPairs = await readIds((method, args) => post(apiUrl, method, args, botToken, []));
  return {
    directory: { team, app, people, channel, directs },
    call: (method, args, personId) =>
      post(apiUrl, method, args, tokens.get(personId ?? '')?.token ?? botToken, idPairs),
    stop: () => emulator.close(),
  };
}

function seed(botToken: string, tokens: readonly { handle: string; token: string }[]): SlackObject {
  return {
    team: { domain: team.domain, name: team.name },
    users: people.map(({ handle, name, role }) => ({
      name: handle,
      real_name: name,
      profile: { title: role },
    })),
    channels: [{ name: channel.name }],
    oauth_apps: [
      {
        client_id: 'sandbox',
        client_secret: botToken,
        app_id: app.id,
        bot_id: app.botId,
        bot_user_id: app.userId,
        bot_name: 'imt-board',
        name: app.name,
        redirect_uris: [],
      },
    ],
    tokens: [
      { token: botToken, user: app.userId, type: 'bot', app_id: app.id, bot_id: app.botId },
      ...tokens.map(({ handle, token }) => ({ token, user: handle, type: 'user', app_id: app.id })),
    ],
  };
}

async function post(
  apiUrl: URL,
  method: string,
  args: SlackObject,
  token: string,
  idPairs: readonly IdPair[],
): Promise<SlackObject> {
  const response = await fetch(new URL(method, apiUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: translateIds(JSON.stringify(args), idPairs, 'theirs'),
  });
  if (response.status === 404) return { ok: false, error: 'unknown_method' };
  return JSON.parse(translateIds(await response.text(), idPairs, 'ours')) as SlackObject;
}

type Listed = { id: string; name: string; team_id: string };

/** `emulate` chooses the ids of what it is seeded with, so they are asked for. */
async function readIds(call: EmulatedSlack['call']): Promise<IdPair[]> {
  const users = (await call('users.list', {})).members as Listed[];
  const channels = (await call('conversations.list', {})).channels as Listed[];
  const channelId = idOf(channels, channel.name);
  await call('conversations.join', { channel: channelId });
  const personal = await Promise.all(
    people.map(async ({ id, handle }, at): Promise<IdPair[]> => {
      const theirs = idOf(users, handle);
      const opened = await call('conversations.open', { users: theirs });
      return [
        { ours: id, theirs },
        { ours: directs[at]?.id ?? '', theirs: (opened.channel as Listed).id },
      ];
    }),
  );
  return [
    { ours: team.id, theirs: users[0]?.team_id ?? '' },
    { ours: channel.id, theirs: channelId },
    ...personal.flat(),
  ];
}

function idOf(listed: readonly Listed[], name: string): string {
  const found = listed.find((one) => one.name === name);
  if (!found) throw new Error(`the emulated workspace lacks ${name}`);
  return found.id;
}
