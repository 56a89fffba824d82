import { contentOf, postForAll, postPrivately } from './posted-message.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import { conversationMethods } from './web-api-conversations.ts';
import { fileMethods } from './web-api-files.ts';
import { peopleMethods } from './web-api-people.ts';
import { viewMethods } from './web-api-views.ts';

export type WebApiMethod = (args: SlackObject, context: SandboxContext) => Promise<SlackObject> | SlackObject;

/** Answered by the emulated workspace as they stand. */
const forwarded = [
  'auth.test',
  'bots.info',
  'chat.getPermalink',
  'conversations.info',
  'conversations.list',
  'conversations.open',
  'conversations.replies',
  'team.info',
  'users.lookupByEmail',
  'users.profile.get',
];

/** Decoration that changes nothing the app relies on. */
const harmless = [
  'assistant.threads.setStatus',
  'assistant.threads.setSuggestedPrompts',
  'assistant.threads.setTitle',
];

const chatMethods: Record<string, WebApiMethod> = {
  async 'chat.postMessage'(args, context) {
    const content = contentOf(args, context.newId);
    return content ? postForAll(context, content, args) : { ok: false, error: 'no_text' };
  },
  async 'chat.postEphemeral'(args, context) {
    const content = contentOf(args, context.newId);
    if (!content) return { ok: false, error: 'no_text' };
    const answer = await context.slack.call('chat.postEphemeral', { ...args, ...content });
    if (!answer.ok) return answer;
    const place = {
      conversationId: String(args.channel),
      personId: String(args.user),
      threadTs: args.thread_ts,
    };
    return { ok: true, message_ts: postPrivately(context, content, place) };
  },
  async 'chat.update'(args, context) {
    const content = contentOf(args, context.newId);
    if (!content) return { ok: false, error: 'no_text' };
    const answer = await context.slack.call('chat.update', { ...args, ...content });
    if (answer.ok) context.workspace.messages.replace(String(args.ts), content);
    return answer;
  },
  async 'chat.delete'(args, context) {
    const answer = await context.slack.call('chat.delete', args);
    if (answer.ok) context.workspace.messages.remove(String(args.ts));
    return answer;
  },
};

/** All of Slack's Web API that the sandbox plays; what is not here does not exist in it. */
export const webApiMethods: ReadonlyMap<string, WebApiMethod> = new Map<string, WebApiMethod>([
  ...forwarded.map((name): [string, WebApiMethod] => [name, (args, { slack }) => slack.call(name, args)]),
  ...harmless.map((name): [string, WebApiMethod] => [name, () => ({ ok: true })]),
  ...Object.entries(chatMethods),
  ...Object.entries(conversationMethods),
  ...Object.entries(fileMethods),
  ...Object.entries(peopleMethods),
  ...Object.entries(viewMethods),
]);
