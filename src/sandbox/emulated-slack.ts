import { createEmulator } from 'emulate';
import type { Conversation, Directory, Person } from './directory.ts';
import type { SlackObject } from './slack-shapes.ts';

/** Slack's own store of users, conversations and messages, played by `emulate`. */
export interface EmulatedSlack {
  directory: Directory;
  /** One Web API call, by the app unless a person is named. */
  call(method: string, args: SlackObject, personId?: string): Promise<SlackObject>;
  stop(): Promise<void>;
}

const people = [
  { handle: 'ada', name: 'Ada', role: 'radiation oncologist' },
  { handle: 'ben', name: 'Ben', role: 'sarcoma surgeon' },
  { handle: 'chiara', name: 'Chiara', role: 'board coordinator' },
];
const app = { id: 'A0SANDBOX01', botId: 'B0SANDBOX01', userId: 'U0SANDBOX01', name: 'IMT Board' };
const team = { domain: 'imt-board-sandbox', name: 'IMT Board sandbox' };
const channelName = 'sarcoma-board';

export async function startEmulatedSlack(newId: () => string): Promise<EmulatedSlack> {
  // These tokens stay in this process: the app is given another one, which only the stand-in knows.
  const botToken = `xoxb-${newId()}`;
  const tokens = new Map(people.map(({ handle }) => [handle, `xoxp-${newId()}`]));
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: { tokens: {}, slack: seed(botToken, tokens) },
  });
  const apiUrl = new URL('/api/', emulator.url);
  apiUrl.hostname = '127.0.0.1';
  const callWith = (method: string, args: SlackObject, token: string) => post(apiUrl, method, args, token);
  const directory = await readDirectory((method, args) => callWith(method, args, botToken));
  const tokenOf = (personId: string | undefined) => {
    const person = directory.people.find(({ id }) => id === personId);
    return (person && tokens.get(person.handle)) ?? botToken;
  };
  return {
    directory,
    call: (method, args, personId) => callWith(method, args, tokenOf(personId)),
    stop: () => emulator.close(),
  };
}

function seed(botToken: string, tokens: ReadonlyMap<string, string>): SlackObject {
  return {
    team,
    users: people.map(({ handle, name, role }) => ({
      name: handle,
      real_name: name,
      profile: { title: role },
    })),
    channels: [{ name: channelName }],
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
      ...[...tokens].map(([user, token]) => ({ token, user, type: 'user', app_id: app.id })),
    ],
  };
}

async function post(apiUrl: URL, method: string, args: SlackObject, token: string): Promise<SlackObject> {
  const response = await fetch(new URL(method, apiUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  if (response.status === 404) return { ok: false, error: 'unknown_method' };
  return (await response.json()) as SlackObject;
}

type Listed = { id: string; name: string; team_id: string };

/** `emulate` chooses the ids of what it is seeded with, so they are asked for. */
async function readDirectory(call: EmulatedSlack['call']): Promise<Directory> {
  const users = (await call('users.list', {})).members as Listed[];
  const channels = (await call('conversations.list', {})).channels as Listed[];
  const known: Person[] = people.map((person) => ({ ...person, id: idOf(users, person.handle) }));
  const channel: Conversation = { kind: 'channel', id: idOf(channels, channelName), name: channelName };
  await call('conversations.join', { channel: channel.id });
  const directs = await Promise.all(
    known.map(async (person): Promise<Conversation> => {
      const opened = await call('conversations.open', { users: person.id });
      return {
        kind: 'direct',
        id: (opened.channel as Listed).id,
        name: 'directmessage',
        personId: person.id,
      };
    }),
  );
  return { team: { ...team, id: users[0]?.team_id ?? '' }, app, people: known, channel, directs };
}

function idOf(listed: readonly Listed[], name: string): string {
  const found = listed.find((one) => one.name === name);
  if (!found) throw new Error(`the emulated workspace lacks ${name}`);
  return found.id;
}
