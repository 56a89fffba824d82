import type { PrivateFile } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Asker } from './asker.ts';
import { DeliveryError } from './delivery-error.ts';
import { reportError } from './error-report.ts';
import { openDirectMessage } from './open-direct-message.ts';
import type { SlackEdge } from './slack-edge.ts';
import { uploadFile } from './upload-file.ts';

/** Sends a file to the asker alone: what only they see in a channel can hold no file, so it goes to their direct message. */
export async function sendFile(
  file: PrivateFile,
  { client, userId }: Pick<Asker, 'client' | 'userId'>,
  edge: Pick<SlackEdge, 'log' | 'newReference'>,
): Promise<void> {
  try {
    const opened = await openDirectMessage(client, userId);
    if (opened.kind !== 'open') throw new DeliveryError(opened.code);
    await uploadFile(client, file, new TextEncoder().encode(file.content), opened.conversationId);
  } catch (error) {
    const reference = edge.newReference();
    reportError(error, 'a file could not be sent', reference, edge.log);
    throw new UserError(
      `The file could not be sent, so look whether it is in your direct messages before you ask again. Reference: \`${reference}\`.`,
    );
  }
}
