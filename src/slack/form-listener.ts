import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { FieldErrors, Form, MessageReply, Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerVisibly } from './answer-visibly.ts';
import { asDialog } from './as-dialog.ts';
import { redrawHome } from './draw-home.ts';
import { placeOf, rememberPlace } from './form-place.ts';
import { formValues } from './form-values.ts';
import { renderableView } from './renderable-view.ts';
import { guardForm } from './screen-actions.ts';
import { screenForm } from './screen-form.ts';
import { sendReply } from './send-reply.ts';
import { servicesNow } from './services-now.ts';
import type { SlackEdge } from './slack-edge.ts';
import { teamOfPress } from './team-of-press.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Answer = Reply | FieldErrors;

/** Slack waits three seconds for the answer to a submitted dialog and then calls it failed. */
const longestWaitMs = 2_000;

/**
 * Runs a submitted form. The acknowledgement carries what is wrong with a field, or the next dialog, so it
 * waits for the form; one that is too slow is closed, and its answer comes as a message.
 */
export function formListener(edge: SlackEdge) {
  const ownForm = guardForm(edge);
  const forms = [ownForm, ...edge.commands.flatMap(({ forms = [] }) => forms)];
  return async ({ ack, body, view, client }: Args): Promise<void> => {
    const form = forms.find(({ id }) => id === view.callback_id);
    const place = form && placeOf(view.private_metadata);
    const userId = body.user.id;
    const teamId = teamOfPress(body);
    const asker = {
      client,
      userId,
      triggerId: (body as { trigger_id?: string }).trigger_id ?? '',
      responseUrl: place?.responseUrl,
      channelId: place?.channelId ?? '',
      onMessage: place?.onMessage ?? false,
      insideDialog: false,
    };
    let late = false;
    const patience = setTimeout(() => {
      late = true;
      void ack();
    }, longestWaitMs);
    const run = async (): Promise<Answer> => {
      if (!form || !place) throw new UserError(staleForm);
      const command = edge.commands.find(({ forms = [] }) => forms.includes(form));
      // The guard's own dialog asks again where others only refuse.
      const refused = form === ownForm ? undefined : screenForm(view.state.values, command, edge);
      if (refused) return refused;
      const request = {
        values: formValues(view.state.values),
        privateValue: place.value,
        userId,
        channelId: place.channelId,
        teamId,
      };
      return underFirstField(view.blocks, () => form.run(request, servicesNow(edge)));
    };
    const show = async (answer: Answer): Promise<void> => {
      clearTimeout(patience);
      if (late) return sendReply(asReply(answer), asker, edge);
      if (answer.kind === 'field-errors')
        return ack({ response_action: 'errors', errors: plain(answer.errors) });
      if (answer.kind === 'message' && asker.responseUrl) {
        // What is still to be said after this cannot be the acknowledgement any more.
        late = true;
        await ack();
        return sendReply(answer, asker, edge);
      }
      const { view: next } = answer.kind === 'dialog' ? answer : asDialog(answer);
      await ack({ response_action: 'update', view: renderableView(rememberPlace(next, asker), edge.log) });
      // Without an address to answer to, the dialog was opened on App Home, which shows how it was before.
      if (answer.kind === 'message') await redrawHome({ userId, teamId }, client, edge);
    };
    const origin = { userId, teamId, channelId: asker.channelId };
    const asked = { ...origin, action: 'acted' as const, what: form?.id ?? 'unknown form' };
    await edge.running.track(answerVisibly<Answer>(edge, asked, run, show));
  };
}

const staleForm =
  'This dialog belongs to an older version of IMT Board, and nothing was saved. Open it again with the command.';

/** Under a field Slack shows a text as it stands, with the backticks that mark words to type. */
const plain = (errors: FieldErrors['errors']) =>
  Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, text.replaceAll('`', '')]));

/** A refusal keeps the dialog open, so that nothing has to be filled in twice. */
async function underFirstField(
  blocks: readonly { type: string; block_id?: string }[],
  run: () => ReturnType<Form['run']>,
): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    const first = blocks.find(({ type, block_id }) => type === 'input' && block_id)?.block_id;
    if (!(error instanceof UserError) || first === undefined) throw error;
    return { kind: 'field-errors', errors: { [first]: error.message } };
  }
}

function asReply(answer: Answer): Reply {
  if (answer.kind !== 'field-errors') return answer;
  const text = ['Nothing was saved.', ...Object.values(answer.errors)].join('\n');
  return { kind: 'message', visibility: 'private', text, blocks: [] } satisfies MessageReply;
}
