export interface Upload {
  path: string;
  bytes: Buffer;
}

/** Slack's files: an address is given out, bytes go there, and only then can messages show the file. */
export interface FileStandIn {
  uploads: Upload[];
  /** Answers a method of these files; nothing when it is another one. */
  answer(method: string, args: Record<string, string>): object | undefined;
  take(upload: Upload): void;
  /** Whether each file that these blocks show can be shown. */
  allThere(blocks: readonly { slack_file?: { id: string } }[]): boolean;
}

export const uploadPath = '/upload/';

export function createFileStandIn(baseUrl: () => string): FileStandIn {
  const uploads: Upload[] = [];
  const completed = new Set<string>();
  let files = 0;
  const isUploaded = (id: string) => uploads.some(({ path }) => path === uploadPath + id);
  return {
    uploads,
    answer(method, { files: listed = '[]' }) {
      if (method === 'files.getUploadURLExternal') {
        const id = `F0000000${++files}`;
        return { ok: true, upload_url: `${baseUrl()}${uploadPath}${id}`, file_id: id };
      }
      if (method !== 'files.completeUploadExternal') return undefined;
      const ids = (JSON.parse(listed) as { id: string }[]).map(({ id }) => id);
      if (!ids.every(isUploaded)) return { ok: false, error: 'file_not_found' };
      for (const id of ids) completed.add(id);
      return { ok: true };
    },
    take: (upload) => uploads.push(upload),
    allThere: (blocks) => blocks.every(({ slack_file: file }) => !file || completed.has(file.id)),
  };
}
