import type { SlackObject } from './slack-shapes.ts';
import type { WebApiMethod } from './web-api-methods.ts';

export const mostUploadBytes = 5 * 1024 * 1024;

/** A picture comes in three steps: an address is asked for, the bytes go there, the upload is completed. */
export const fileMethods: Record<string, WebApiMethod> = {
  'files.getUploadURLExternal'({ filename, length }, { workspace, webApiUrl }) {
    const lengthBytes = Number(length);
    if (!filename || !Number.isInteger(lengthBytes) || lengthBytes < 1) return refused('missing_argument');
    if (lengthBytes > mostUploadBytes) return refused('file_upload_size_restricted');
    if (!/\.png$/i.test(String(filename))) return refused('file_type_not_allowed');
    const { id, key } = workspace.pictures.expect(lengthBytes);
    return { ok: true, upload_url: `${webApiUrl}/upload/${key}`, file_id: id };
  },
  'files.completeUploadExternal'({ files, channel_id: channelId }, { workspace }) {
    // Only pictures inside messages are played here, not files posted by themselves.
    if (channelId !== undefined) return refused('channel_not_found');
    const completed = Array.isArray(files) ? (files as SlackObject[]) : [];
    if (completed.length === 0) return refused('invalid_arguments');
    const known = completed.every(({ id }) => workspace.pictures.complete(String(id)));
    return known
      ? { ok: true, files: completed.map(({ id, title }) => ({ id, title })) }
      : refused('file_not_found');
  },
};

function refused(error: string): SlackObject {
  return { ok: false, error };
}
