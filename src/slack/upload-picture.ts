import type { WebClient } from '@slack/web-api';
import type { Picture } from '../command.ts';
import { DeliveryError } from './delivery-error.ts';
import { slackErrorCode } from './slack-error-code.ts';
import { slackTimeoutMs } from './slack-timeout.ts';

/** Hands a PNG to Slack, unshared; returns the file's id, by which a message can show it. */
export async function uploadPicture(
  client: WebClient,
  { title, fileName }: Picture,
  png: Uint8Array,
): Promise<string> {
  try {
    const place = await client.files.getUploadURLExternal({
      filename: fileName,
      length: png.length,
    });
    const { upload_url: url, file_id: id } = place;
    if (!url || !id) throw new DeliveryError('no_upload_url');
    await putBytes(url, png);
    await client.files.completeUploadExternal({ files: [{ id, title }] });
    return id;
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError(slackErrorCode(error));
  }
}

async function putBytes(url: string, png: Uint8Array): Promise<void> {
  const signal = AbortSignal.timeout(slackTimeoutMs);
  const taken = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(png),
    signal,
    redirect: 'error',
  }).catch(() => null);
  if (!taken?.ok) throw new DeliveryError(`upload_${taken?.status ?? 'network'}`);
}
