import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import { installPaths } from '../src/slack/install-routes.ts';
import { botEvents, commandScopes, messageShortcut, webApiMethods } from '../src/slack/permissions.ts';
import { suggestedPrompts } from '../src/views/question/suggested-prompts.ts';

const atMost = (length: number) => z.string().min(1).max(length);
const requestUrl = z.url({ protocol: /^https$/ }).regex(/\/slack\/events$/);

/** Slack's published limits on what we use of a manifest; a key we do not use is a mistake. */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: atMost(35),
    description: atMost(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: atMost(80), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: atMost(300),
      suggested_prompts: z.array(z.strictObject({ title: atMost(100), message: atMost(200) })).max(4),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: atMost(24),
          type: z.literal('message'),
          callback_id: atMost(255),
          description: atMost(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          url: requestUrl,
          description: atMost(2000),
          usage_hint: atMost(1000),
          should_escape: z.literal(true),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(z.url({ protocol: /^https$/ })).max(1000),
    scopes: z.strictObject({ bot: z.array(atMost(100)).min(1).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: requestUrl,
      bot_events: z.array(atMost(100)).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: requestUrl }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const manifest = Manifest.parse(parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')));
const source = globSync('{src,commands}/**/*.ts')
  .filter((file) => !file.startsWith('src/sandbox/'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const matches = (pattern: RegExp) =>
  [...new Set([...source.matchAll(pattern)].map((match) => match[1]))].sort();
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

describe('the manifest', () => {
  test('lists the commands of the code, in their words', () => {
    const listed = manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
      name: command,
      description,
      usageHint: usage_hint,
    }));
    expect(listed).toEqual(
      commands.map(({ name, description, usageHint }) => ({ name, description, usageHint })),
    );
  });

  test('asks for the scopes that the code needs and no others', () => {
    const needed = [commandScopes, ...Object.values(botEvents), ...Object.values(webApiMethods)].flat();
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(sorted(needed));
  });

  test('subscribes to the events that the code handles and no others', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(
      sorted(Object.keys(botEvents)),
    );
  });

  test('has the shortcut that the code listens to, and the questions that it offers', () => {
    const shortcuts = manifest.features.shortcuts.map(({ name, callback_id }) => ({ name, callback_id }));
    expect(shortcuts).toEqual([{ name: messageShortcut.name, callback_id: messageShortcut.callbackId }]);
    expect(manifest.features.agent_view.suggested_prompts).toEqual(suggestedPrompts);
  });

  test('lets people write to the app, as its direct message is one of its places', () => {
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false);
  });

  test('has one request URL, at the path where the app listens', () => {
    const { slash_commands } = manifest.features;
    const { event_subscriptions, interactivity } = manifest.settings;
    const urls = [event_subscriptions, interactivity].map(({ request_url }) => request_url);
    expect(new Set([...urls, ...slash_commands.map(({ url }) => url)]).size).toBe(1);
  });
});

test('the manifest takes browsers back where the app waits for them, on the host of its requests', () => {
  const [back, ...others] = manifest.oauth_config.redirect_urls;
  expect(others).toEqual([]);
  const host = new URL(manifest.settings.interactivity.request_url).origin;
  expect(back).toBe(`${host}${installPaths.redirect}`);
});

describe('the table of permissions', () => {
  test('has every Web API method that the code calls, and no others', () => {
    // Bolt itself calls auth.test when the app starts.
    const called = matches(/\bclient\.([a-z]+(?:\.[a-zA-Z0-9]+)+)\(/g);
    expect(sorted(['auth.test', ...called] as string[])).toEqual(sorted(Object.keys(webApiMethods)));
  });

  test('has every event that the code listens to, and no others', () => {
    const listened = matches(/SlackEventMiddlewareArgs<'([a-z_]+)'>/g);
    // Slack tells a message in any kind of conversation as `message`; the manifest names the kind.
    const named = listened.map((event) => (event === 'message' ? 'message.im' : event));
    expect(sorted(named as string[])).toEqual(sorted(Object.keys(botEvents)));
  });

  test('covers every kind of listener that the code registers', () => {
    expect(matches(/\bapp\.([a-z]+)(?:<\w+>)?\((?=[/'{a-zA-Z])/g)).toEqual(
      expect.arrayContaining(['action', 'command', 'event', 'shortcut', 'view']),
    );
    expect(source).not.toMatch(/\bapp\.(message|options|assistant|function)\(/);
  });
});

test('the manifest has only keys that Slack’s own schema knows', (context) => {
  const schema = new URL('../../shared/slack/manifest.schema.2.0.0.json', import.meta.url);
  if (!existsSync(schema)) {
    process.stdout.write('skipped: Slack’s manifest schema is not on this machine\n');
    return context.skip();
  }
  const known = knownKeys(JSON.parse(readFileSync(schema, 'utf8')));
  expect(keysOf(manifest).filter((key) => !known.has(key))).toEqual([]);
});

function knownKeys(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  const { properties } = schema as { properties?: unknown };
  if (typeof properties === 'object' && properties !== null)
    for (const key of Object.keys(properties)) found.add(key);
  for (const value of Object.values(schema)) knownKeys(value, found);
  return found;
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
