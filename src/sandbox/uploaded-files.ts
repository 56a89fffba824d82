import { pngSize } from './png-size.ts';

export interface UploadedFile {
  name: string;
  /** As the app named it with the last step; the file's name until then. */
  title: string;
  bytes: Buffer;
  /** In pixels; null when it is no picture. */
  size: { width: number; height: number } | null;
}

/** Why an upload was not taken. */
type UploadRefusal = 'unknown_url' | 'wrong_length' | 'not_a_png';

/** Files that the app handed over, in memory: the latest, as long as the sandbox runs. */
export interface UploadedFiles {
  /** Makes room for a file of this name and length; the key may be used once. */
  expect(name: string, lengthBytes: number): { id: string; key: string };
  take(key: string, bytes: Buffer): UploadRefusal | undefined;
  /** From now on messages can show it; false when nothing was uploaded under this id. */
  complete(id: string, title?: string): boolean;
  find(id: string): UploadedFile | undefined;
}

const mostFiles = 50;

const isPictureName = (name: string): boolean => /\.png$/i.test(name);

export function createUploadedFiles(newId: () => string): UploadedFiles {
  const expected = new Map<string, { id: string; name: string; lengthBytes: number }>();
  const files = new Map<string, UploadedFile & { complete: boolean }>();
  return {
    expect(name, lengthBytes) {
      const [id, key] = [fileId(newId()), newId()];
      expected.set(key, { id, name, lengthBytes });
      dropOldest(expected);
      return { id, key };
    },
    take(key, bytes) {
      const place = expected.get(key);
      expected.delete(key);
      if (!place) return 'unknown_url';
      if (bytes.length !== place.lengthBytes) return 'wrong_length';
      const { id, name } = place;
      const size = isPictureName(name) ? pngSize(bytes) : null;
      if (size === undefined) return 'not_a_png';
      files.set(id, { name, title: name, bytes, size, complete: false });
      dropOldest(files);
      return undefined;
    },
    complete(id, title) {
      const file = files.get(id);
      if (file) Object.assign(file, { complete: true, ...(title ? { title } : {}) });
      return file !== undefined;
    },
    find(id) {
      const file = files.get(id);
      return file?.complete ? file : undefined;
    },
  };
}

/** As Slack's ids of files look: it refuses a block with any other. */
function fileId(id: string): string {
  return `F${id.replaceAll(/[^a-z0-9]/gi, '').toUpperCase()}`;
}

function dropOldest(kept: Map<string, unknown>): void {
  const [oldest] = kept.keys();
  if (kept.size > mostFiles && oldest !== undefined) kept.delete(oldest);
}
