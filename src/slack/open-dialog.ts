import type { ModalView } from '@slack/types';
import type { Log } from '../log.ts';
import type { Asker } from './asker.ts';
import { rememberPlace } from './form-place.ts';
import { plainerView, renderableView } from './renderable-view.ts';
import { slackErrorCode } from './slack-error-code.ts';

/** Opens a dialog, plainer if Slack does not render it. Returns why it did not open, or nothing. */
export async function openDialog(shown: ModalView, asker: Asker, log: Log): Promise<string | undefined> {
  const view = rememberPlace(shown, asker);
  const refusal = await open(renderableView(view, log), asker);
  if (refusal !== 'invalid_arguments' && refusal !== 'invalid_blocks') return refusal;
  log.error({ code: refusal }, 'Slack did not render a dialog: it opens plainer');
  return open(plainerView(view), asker);
}

async function open(
  view: ModalView,
  { client, triggerId, insideDialog }: Asker,
): Promise<string | undefined> {
  try {
    if (insideDialog) await client.views.push({ trigger_id: triggerId, view });
    else await client.views.open({ trigger_id: triggerId, view });
    return undefined;
  } catch (error) {
    return slackErrorCode(error);
  }
}
