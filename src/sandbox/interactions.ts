import type { MessageBlock } from '../command.ts';
import type { Person } from './directory.ts';
import { isOf } from './entered-value.ts';
import { findElements } from './find-elements.ts';
import { actionOf, commonFields, messagePlace, slackView } from './interaction-payloads.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Entry, SlackObject } from './slack-shapes.ts';

type Place = { messageTs: string } | { viewId: string };

export interface Press {
  place: Place;
  pressed: Entry;
  /** What stands in the other elements of the same message or view. */
  entries: Entry[];
}

/** Reports a pressed button or a picked option to the app. Returns Slack's word for why nobody took it. */
export async function reportPress(
  press: Press,
  person: Person,
  context: SandboxContext,
): Promise<string | undefined> {
  const place = placeOf(press, person, context);
  const found = findElements(place?.blocks ?? []).find((one) => isOf(press.pressed, one));
  if (!place || !found) return 'no_longer_there';
  // Slack reports an input with the dialog's submission only, unless the app asked to hear of each change.
  if (found.input && found.input.dispatch_action !== true) return undefined;
  const answer = await sendInteraction(context, {
    type: 'block_actions',
    ...commonFields(context.workspace.directory, person, context.triggers.issue(person.id)),
    ...place.fields,
    actions: [actionOf(found, press.pressed.values, context.now())],
  });
  return answer.kind === 'failed' ? answer.code : undefined;
}

export function sendInteraction({ app }: SandboxContext, payload: SlackObject) {
  return app.sendForm({ payload: JSON.stringify(payload) });
}

interface PressedPlace {
  blocks: MessageBlock[];
  fields: SlackObject;
}

function placeOf(
  { place, entries }: Press,
  person: Person,
  context: SandboxContext,
): PressedPlace | undefined {
  const { workspace, responseUrls } = context;
  const { directory } = workspace;
  if ('viewId' in place) {
    const view = workspace.views.find(place.viewId);
    if (view?.personId !== person.id) return undefined;
    const shown = slackView(view, entries, directory);
    return {
      blocks: view.content.blocks,
      fields: { container: { type: 'view', view_id: view.id }, view: shown },
    };
  }
  const message = workspace.messages.find(place.messageTs);
  if (!message || !workspace.canSee(person, message)) return undefined;
  const { conversationId, ts: messageTs } = message;
  const responseUrl = responseUrls.issue({ personId: person.id, conversationId, messageTs });
  return {
    blocks: message.blocks,
    fields: { ...messagePlace(message, entries, directory, person), response_url: responseUrl },
  };
}
