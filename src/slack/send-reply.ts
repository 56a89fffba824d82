import type { Reply } from '../command.ts';
import { asDialog } from './as-dialog.ts';
import type { Asker } from './asker.ts';
import { DeliveryError } from './delivery-error.ts';
import { openDialog } from './open-dialog.ts';
import { sendFile } from './send-file.ts';
import { sendMessage } from './send-message.ts';
import { sendPictures } from './send-pictures.ts';
import type { SlackEdge } from './slack-edge.ts';

export async function sendReply(reply: Reply, asker: Asker, edge: SlackEdge): Promise<void> {
  const { log } = edge;
  const { responseUrl } = asker;
  if (reply.kind === 'message' && responseUrl) {
    const replaces = reply.replaces === true && asker.onMessage;
    await sendMessage({ ...reply, replaces }, responseUrl, log);
    if (reply.pictures?.length)
      await sendPictures(reply.pictures, reply.visibility, { ...asker, responseUrl }, edge);
    if (reply.file) await sendFile(reply.file, asker, edge);
    return;
  }
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
