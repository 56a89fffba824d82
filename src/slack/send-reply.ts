import type { Reply } from '../command.ts';
import type { Log } from '../log.ts';
import { asDialog } from './as-dialog.ts';
import type { Asker } from './asker.ts';
import { DeliveryError } from './delivery-error.ts';
import { openDialog } from './open-dialog.ts';
import { sendMessage } from './send-message.ts';

export async function sendReply(reply: Reply, asker: Asker, log: Log): Promise<void> {
  if (reply.kind === 'message' && asker.responseUrl)
    return sendMessage(
      { ...reply, replaces: reply.replaces === true && asker.onMessage },
      asker.responseUrl,
      log,
    );
  const dialog = reply.kind === 'dialog' ? reply : asDialog(reply);
  const refusal = await openDialog(dialog.view, asker, log);
  if (!refusal) return;
  if (!asker.responseUrl) throw new DeliveryError(refusal);
  log.warn({ code: refusal }, 'Slack did not open a dialog: its content goes out as a message');
  const { title, blocks } = dialog.view;
  await sendMessage(
    { kind: 'message', visibility: 'private', text: title.text, blocks },
    asker.responseUrl,
    log,
  );
}
