import type { MessageBlock } from '../command.ts';
import { postForAll } from './posted-message.ts';
import type { SlackObject } from './slack-shapes.ts';
import type { WebApiMethod } from './web-api-methods.ts';

export const mostUploadBytes = 5 * 1024 * 1024;

/** A file comes in three steps: an address is asked for, the bytes go there, the upload is completed. */
export const fileMethods: Record<string, WebApiMethod> = {
  'files.getUploadURLExternal'({ filename, length }, { workspace, webApiUrl }) {
    const lengthBytes = Number(length);
    if (!filename || !Number.isInteger(lengthBytes) || lengthBytes < 1) return refused('missing_argument');
    if (lengthBytes > mostUploadBytes) return refused('file_upload_size_restricted');
    if (!/\.(png|csv|json)$/i.test(String(filename))) return refused('file_type_not_allowed');
    const { id, key } = workspace.files.expect(String(filename), lengthBytes);
    return { ok: true, upload_url: `${webApiUrl}/upload/${key}`, file_id: id };
  },
  /** Without a conversation a message may show the file later; with one it stands there at once. */
  async 'files.completeUploadExternal'({ files, channel_id: channelId }, context) {
    const completed = Array.isArray(files) ? (files as SlackObject[]) : [];
    if (completed.length === 0) return refused('invalid_arguments');
    const known = completed.every(({ id, title }) =>
      context.workspace.files.complete(String(id), typeof title === 'string' ? title : undefined),
    );
    if (!known) return refused('file_not_found');
    if (channelId !== undefined) {
      const blocks = completed.map(({ id }) => fileBlock(String(id)));
      const posted = await postForAll(context, { text: '', blocks }, { channel: channelId });
      if (!posted.ok) return posted;
    }
    return { ok: true, files: completed.map(({ id, title }) => ({ id, title })) };
  },
};

/** As which Slack shows a file in a message's blocks; an app cannot post one. */
function fileBlock(id: string): MessageBlock {
  return { type: 'file', block_id: id, external_id: id, source: 'local' };
}

function refused(error: string): SlackObject {
  return { ok: false, error };
}
