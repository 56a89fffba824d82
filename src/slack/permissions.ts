/**
 * All that the app asks of a workspace, each with the scopes that it costs. `manifest.yml` must say
 * the same, and `register` listens to these events and no others.
 */

/** Slash commands, their buttons and shortcuts; answers through a `response_url` cost nothing more. */
export const commandScopes = ['commands'];

/** In the menu of a message; its name in Slack and what it is called there. */
export const messageShortcut = { callbackId: 'evidence_of_message', name: 'What does evidence say?' };

export const botEvents = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  // The token is erased at once.
  app_uninstalled: [],
  tokens_revoked: [],
  // Of messages only those that people write to the app itself.
  'message.im': ['im:history'],
} satisfies Record<string, string[]>;

export const webApiMethods = {
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'oauth.v2.access': [],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Before a reminder is posted a second time: whether the first one arrived, in boards and direct messages.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  // Who is in the channel of a board, and so may see what it keeps.
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  // The time zone of who is reminded, and whether anybody still uses the account.
  'users.info': ['users:read'],
  'views.open': [],
  'views.push': [],
  'views.publish': [],
} satisfies Record<string, string[]>;

export const neededScopes: string[] = [
  ...new Set([commandScopes, ...Object.values(botEvents), ...Object.values(webApiMethods)].flat()),
].sort();
