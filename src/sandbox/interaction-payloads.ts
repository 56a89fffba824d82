import { conversationFor, type Directory, type Person } from './directory.ts';
import { enteredValue, stateValues } from './entered-value.ts';
import { type FoundElement, findElements } from './find-elements.ts';
import type { Message } from './message-log.ts';
import type { Entry, SlackObject } from './slack-shapes.ts';
import type { OpenView } from './view-store.ts';

/** What every interaction says of who, where and for which app. */
export function commonFields({ team, app }: Directory, person: Person, triggerId: string): SlackObject {
  return {
    user: { id: person.id, username: person.handle, name: person.handle, team_id: team.id },
    api_app_id: app.id,
    token: 'sandbox',
    trigger_id: triggerId,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** One entry of `actions`: the element as the app wrote it, with what was pressed or picked. */
export function actionOf(found: FoundElement, values: readonly string[], at: Date): SlackObject {
  const { element, blockId } = found;
  return {
    action_id: element.action_id,
    block_id: blockId,
    ...(element.text ? { text: element.text } : {}),
    ...pressedValue(found, values),
    action_ts: (at.getTime() / 1000).toFixed(6),
  };
}

function pressedValue(found: FoundElement, values: readonly string[]): SlackObject {
  const { element } = found;
  if (element.type === 'feedback_buttons') return { type: element.type, value: values[0] ?? '' };
  if (!element.type.endsWith('button')) return enteredValue(found, values);
  return { type: element.type, ...(element.value === undefined ? {} : { value: element.value }) };
}

/** Where a press in a message happened. Slack does not repeat a private message's content. */
export function messagePlace(
  message: Message,
  entries: readonly Entry[],
  directory: Directory,
  person: Person,
): SlackObject {
  const isPrivate = message.visibleTo !== null;
  const channelId = message.conversationId;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channelId,
      is_ephemeral: isPrivate,
      ...threadOf(message),
    },
    channel: { id: channelId, name: conversationFor(directory, person, channelId)?.name },
    ...(isPrivate ? {} : { message: slackMessage(message, directory) }),
    state: { values: stateValues(findElements(message.blocks), entries) },
  };
}

const threadOf = ({ threadTs }: Message) => (threadTs === null ? {} : { thread_ts: threadTs });

function slackMessage(message: Message, { app, team }: Directory): SlackObject {
  const { ts, text, blocks } = message;
  return {
    type: 'message',
    user: app.userId,
    bot_id: app.botId,
    app_id: app.id,
    team: team.id,
    ts,
    text,
    blocks,
    ...threadOf(message),
  };
}

/** A view as Slack hands it back to the app, with what was entered in it. */
export function slackView(view: OpenView, entries: readonly Entry[], { team, app }: Directory): SlackObject {
  const { content } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: content.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values: stateValues(findElements(content.blocks), entries) },
    hash: view.hash,
    title: content.title ?? null,
    close: content.close ?? null,
    submit: content.submit ?? null,
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.id,
    external_id: content.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}
