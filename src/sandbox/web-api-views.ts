import { slackView } from './interaction-payloads.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import { viewContent } from './view-content.ts';
import type { OpenView } from './view-store.ts';
import type { WebApiMethod } from './web-api-methods.ts';

/** `views.*`. `emulate` has them too, but its dialogs cannot be closed, so its piles only grow. */
export const viewMethods: Record<string, WebApiMethod> = {
  'views.open': (args, context) => openView(args, context, true),
  'views.push': (args, context) => openView(args, context, false),
  'views.update'(args, { workspace, newId }) {
    const id = text(args.view_id);
    const open = id ? workspace.views.find(id) : undefined;
    const content = viewContent(args.view, open?.content.type ?? 'modal', newId);
    if (!content) return refused('invalid_arguments');
    return answered(
      workspace.views.update({ id, externalId: text(args.external_id), hash: text(args.hash) }, content),
      workspace.directory,
    );
  },
  'views.publish'(args, { workspace, newId }) {
    const person = workspace.directory.people.find(({ id }) => id === args.user_id);
    const content = viewContent(args.view, 'home', newId);
    if (!person) return refused('user_not_found');
    if (!content) return refused('invalid_arguments');
    return answered(workspace.views.publishHome(person.id, content, text(args.hash)), workspace.directory);
  },
};

function openView(
  args: SlackObject,
  { workspace, triggers, newId }: SandboxContext,
  fresh: boolean,
): SlackObject {
  const content = viewContent(args.view, 'modal', newId);
  if (!content) return refused('invalid_arguments');
  const trigger = triggers.redeem(args.trigger_id);
  if (typeof trigger === 'string') return refused(trigger);
  if (fresh) workspace.views.close(trigger.personId, true);
  return answered(workspace.views.push(trigger.personId, content), workspace.directory);
}

function answered(view: OpenView | string, directory: Parameters<typeof slackView>[2]): SlackObject {
  return typeof view === 'string' ? refused(view) : { ok: true, view: slackView(view, [], directory) };
}

function refused(error: string): SlackObject {
  return { ok: false, error };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
