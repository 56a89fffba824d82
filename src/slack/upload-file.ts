import type { WebClient } from '@slack/web-api';
import { DeliveryError } from './delivery-error.ts';
import { slackErrorCode } from './slack-error-code.ts';
import { slackTimeoutMs } from './slack-timeout.ts';

/**
 * Hands a file to Slack and returns its id, by which a message can show it. Without a conversation it is shared
 * with nobody yet; with one it stands there as a message.
 */
export async function uploadFile(
  client: WebClient,
  { title, fileName }: { title: string; fileName: string },
  bytes: Uint8Array,
  conversationId?: string,
): Promise<string> {
  try {
    const place = await client.files.getUploadURLExternal({ filename: fileName, length: bytes.length });
    const { upload_url: url, file_id: id } = place;
    if (!url || !id) throw new DeliveryError('no_upload_url');
    await putBytes(url, bytes);
    await client.files.completeUploadExternal({
      files: [{ id, title }],
      ...(conversationId ? { channel_id: conversationId } : {}),
    });
    return id;
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError(slackErrorCode(error));
  }
}

async function putBytes(url: string, bytes: Uint8Array): Promise<void> {
  const signal = AbortSignal.timeout(slackTimeoutMs);
  const taken = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    signal,
    redirect: 'error',
  }).catch(() => null);
  if (!taken?.ok) throw new DeliveryError(`upload_${taken?.status ?? 'network'}`);
}
