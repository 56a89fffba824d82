import { jsonOf } from './app-requests.ts';
import type { Person } from './directory.ts';
import { missingInputs } from './entered-value.ts';
import { findElements } from './find-elements.ts';
import { commonFields, slackView } from './interaction-payloads.ts';
import { sendInteraction } from './interactions.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Entry, SlackObject } from './slack-shapes.ts';
import { viewContent } from './view-content.ts';
import type { OpenView } from './view-store.ts';

/** What keeps a dialog open: sentences by block, or Slack's word for why nobody took it. */
export interface KeptOpen {
  errors?: Record<string, string>;
  failure?: string;
}

/** Sends what was entered in the topmost dialog to the app and does what it answers. */
export async function submitDialog(
  entries: readonly Entry[],
  person: Person,
  context: SandboxContext,
): Promise<KeptOpen> {
  const { directory, views } = context.workspace;
  const view = views.pile(person.id).at(-1);
  if (!view) return { failure: 'no_longer_there' };
  const missing = missingInputs(findElements(view.content.blocks), entries);
  if (Object.keys(missing).length > 0) return { errors: missing };
  const answer = await sendInteraction(context, {
    type: 'view_submission',
    ...commonFields(directory, person, context.triggers.issue(person.id)),
    view: slackView(view, entries, directory),
    response_urls: [],
  });
  if (answer.kind === 'failed') return { failure: answer.code };
  return applyAnswer(jsonOf(answer) ?? {}, view, context);
}

function applyAnswer(answer: SlackObject, view: OpenView, { workspace, newId }: SandboxContext): KeptOpen {
  const { views } = workspace;
  const next = viewContent(answer.view, 'modal', newId);
  switch (answer.response_action) {
    case 'errors':
      return { errors: answer.errors as Record<string, string> };
    case 'update':
      if (next) views.update({ id: view.id }, next);
      return next ? {} : { failure: 'invalid_view' };
    case 'push': {
      const pushed = next ? views.push(view.personId, next) : 'invalid_view';
      return typeof pushed === 'string' ? { failure: pushed } : {};
    }
    case 'clear':
      views.close(view.personId, true);
      return {};
    default:
      // The app may have pushed or closed meanwhile: only the dialog that was submitted goes.
      if (views.pile(view.personId).at(-1) === view) views.close(view.personId, false);
      return {};
  }
}

/** Closes the topmost dialog, or all, and tells the app of those that asked to know. */
export async function closeDialog(all: boolean, person: Person, context: SandboxContext): Promise<void> {
  const { directory, views } = context.workspace;
  const top = views.pile(person.id).at(-1);
  const gone = views.close(person.id, all || top?.content.clear_on_close === true);
  for (const view of gone.filter(({ content }) => content.notify_on_close)) {
    const { trigger_id: _, ...fields } = commonFields(directory, person, '');
    await sendInteraction(context, {
      type: 'view_closed',
      ...fields,
      view: slackView(view, [], directory),
      is_cleared: gone.length > 1,
    });
  }
}
