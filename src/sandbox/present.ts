import type { MessageBlock } from '../command.ts';
import { type Directory, directFor, type Person } from './directory.ts';
import type { Message } from './message-log.ts';
import type { PageDialog, PageHome, PageMessage, PageState } from './page-state.ts';
import { presentExchange } from './present-exchange.ts';
import { presentClock, presentUnread } from './present-time.ts';
import type { RenderContext } from './render/render-context.ts';
import { renderMessageHtml } from './render/render-message.ts';
import { renderViewHtml } from './render/render-view.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { OpenView } from './view-store.ts';
import type { Workspace } from './workspace.ts';

/** Everything that one person sees, drawn. */
export function presentState(person: Person, context: SandboxContext): PageState {
  const { workspace, commands } = context;
  const { directory, views } = workspace;
  const home = views.home(person.id);
  return {
    me: presentPerson(person),
    people: directory.people.map(presentPerson),
    app: { id: directory.app.userId, name: directory.app.name },
    conversations: [directory.channel, directFor(directory, person.id)].flatMap((conversation) =>
      conversation ? [{ id: conversation.id, kind: conversation.kind, name: conversation.name }] : [],
    ),
    commands: commands.map(({ name, description, usageHint, examples }) => ({
      name,
      description,
      usageHint,
      examples: [...examples],
    })),
    messages: workspace.visibleMessages(person).map((message) => presentMessage(message, workspace)),
    dialogs: presentDialogs(person, workspace),
    home: home ? presentHome(home, workspace) : null,
    unread: presentUnread(workspace),
    clock: presentClock(context),
    exchanges: context.exchanges.all().map(presentExchange),
  };
}

/** What drawing asks of the workspace. */
type Drawn = Pick<Workspace, 'directory' | 'files'>;

export function presentMessage(message: Message, workspace: Drawn): PageMessage {
  return {
    ts: message.ts,
    conversationId: message.conversationId,
    author: authorOf(message, workspace.directory),
    at: message.at.toISOString(),
    isPrivate: message.visibleTo !== null,
    isEdited: message.edited,
    threadTs: message.threadTs,
    text: message.text,
    html: withoutStyleAttributes(renderMessageHtml(blocksOf(message), renderContext(workspace))),
  };
}

export function presentDialogs(person: Person, workspace: Workspace): PageDialog[] {
  return workspace.views.pile(person.id).map((view) => ({
    id: view.id,
    hash: view.hash,
    title: view.content.title?.text ?? '',
    submit: view.content.submit?.text ?? null,
    close: view.content.close?.text ?? (view.content.submit ? 'Cancel' : 'Close'),
    html: withoutStyleAttributes(renderViewHtml(view.content, renderContext(workspace))),
  }));
}

export function presentHome(view: OpenView, workspace: Drawn): PageHome {
  return {
    id: view.id,
    html: withoutStyleAttributes(renderViewHtml(view.content, renderContext(workspace))),
  };
}

/** The page's policy refuses style attributes; its script sets these. In text the quote would be escaped. */
function withoutStyleAttributes(html: string): string {
  return html.replaceAll(' style="', ' data-style="');
}

function presentPerson({ handle, name, role }: Person) {
  return { handle, name, role };
}

/** A message of text alone is drawn as Slack draws it: as one section. */
function blocksOf({ text, blocks }: Message): MessageBlock[] {
  if (blocks.length > 0) return blocks;
  return [{ type: 'section', text: { type: 'mrkdwn', text } }];
}

function authorOf({ author }: Message, { app, people }: Directory): PageMessage['author'] {
  if (author.kind === 'sandbox') return { kind: 'sandbox', name: 'Sandbox', role: '' };
  if (author.kind === 'app') return { kind: 'app', name: app.name, role: 'App' };
  const person = people.find(({ id }) => id === author.userId);
  return { kind: 'person', name: person?.name ?? '', role: person?.role ?? '' };
}

/** The page is read on the machine that serves it, so their time zones are one. */
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

function renderContext({ directory, files }: Drawn): RenderContext {
  const { app, people, channel } = directory;
  return {
    users: new Map([[app.userId, app.name], ...people.map(({ id, name }): [string, string] => [id, name])]),
    appUserId: app.userId,
    channels: new Map([[channel.id, channel.name]]),
    timeZone,
    file: files.find,
  };
}
