import { type AppAnswer, jsonOf } from './app-requests.ts';
import type { Conversation, Person } from './directory.ts';
import { escapeMentions } from './escape-mentions.ts';
import { escapeTyped } from './escape-typed.ts';
import { sayAsSlack } from './posted-message.ts';
import { applyResponse } from './response-posts.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import type { Written } from './written-messages.ts';

/** Sends what a person typed behind a slash to the app, and shows what becomes of it. */
export async function runSlashCommand(
  { typed, person, conversation, root }: Written,
  context: SandboxContext,
): Promise<void> {
  const [, name = '', text = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  const say = (sentence: string) =>
    sayAsSlack(context, sentence, {
      conversationId: conversation.id,
      personId: person.id,
      threadTs: root?.ts,
    });
  if (!context.commands.some((command) => command.name === name)) {
    const known = context.commands.map((command) => `\`${command.name}\``).join(', ');
    say(`\`${escapeTyped(name)}\` is not a command here. Write one of these: ${known}.`);
    return;
  }
  if (root) {
    say(`Slack takes no commands in threads. Leave the thread and write \`${name}\` there.`);
    return;
  }
  const { people } = context.workspace.directory;
  const target = { personId: person.id, conversationId: conversation.id, messageTs: null };
  const answer = await context.app.sendForm(
    commandFields({ name, text: escapeMentions(text.trim(), people) }, person, conversation, context, {
      response_url: context.responseUrls.issue(target),
      trigger_id: context.triggers.issue(person.id),
    }),
  );
  if (answer.kind === 'failed') say(`${name} failed with the error "${answer.code}".`);
  else await showAcknowledgement(answer, target, context);
}

async function showAcknowledgement(
  answer: AppAnswer & { kind: 'answered' },
  target: { personId: string; conversationId: string; messageTs: null },
  context: SandboxContext,
): Promise<void> {
  // The acknowledgement may itself be the message: JSON, or plain words.
  const body: SlackObject | undefined = jsonOf(answer) ?? (answer.body ? { text: answer.body } : undefined);
  if (body) await applyResponse(body, target, context);
}

function commandFields(
  { name, text }: { name: string; text: string },
  person: Person,
  conversation: Conversation,
  { workspace }: SandboxContext,
  answerWith: { response_url: string; trigger_id: string },
): Record<string, string> {
  const { team, app } = workspace.directory;
  return {
    token: 'sandbox',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: conversation.name,
    user_id: person.id,
    user_name: person.handle,
    command: name,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    ...answerWith,
  };
}
