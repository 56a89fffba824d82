import { pngSize } from './png-size.ts';

interface UploadedPicture {
  png: Buffer;
  width: number;
  height: number;
}

/** Why an upload was not taken. */
type UploadRefusal = 'unknown_url' | 'wrong_length' | 'not_a_png';

/** Pictures that the app handed over, in memory: the latest, as long as the sandbox runs. */
export interface UploadedPictures {
  /** Makes room for a picture of this length; the key may be used once. */
  expect(lengthBytes: number): { id: string; key: string };
  take(key: string, bytes: Buffer): UploadRefusal | undefined;
  /** From now on messages can show it; false when nothing was uploaded under this id. */
  complete(id: string): boolean;
  find(id: string): UploadedPicture | undefined;
}

const mostPictures = 50;

export function createUploadedPictures(newId: () => string): UploadedPictures {
  const expected = new Map<string, { id: string; lengthBytes: number }>();
  const pictures = new Map<string, UploadedPicture & { complete: boolean }>();
  return {
    expect(lengthBytes) {
      const [id, key] = [fileId(newId()), newId()];
      expected.set(key, { id, lengthBytes });
      dropOldest(expected);
      return { id, key };
    },
    take(key, png) {
      const place = expected.get(key);
      expected.delete(key);
      if (!place) return 'unknown_url';
      if (png.length !== place.lengthBytes) return 'wrong_length';
      const size = pngSize(png);
      if (!size) return 'not_a_png';
      pictures.set(place.id, { png, ...size, complete: false });
      dropOldest(pictures);
      return undefined;
    },
    complete(id) {
      const picture = pictures.get(id);
      if (picture) picture.complete = true;
      return picture !== undefined;
    },
    find(id) {
      const picture = pictures.get(id);
      return picture?.complete ? picture : undefined;
    },
  };
}

/** As Slack's ids of files look: it refuses a block with any other. */
function fileId(id: string): string {
  return `F${id.replaceAll(/[^a-z0-9]/gi, '').toUpperCase()}`;
}

function dropOldest(kept: Map<string, unknown>): void {
  const [oldest] = kept.keys();
  if (kept.size > mostPictures && oldest !== undefined) kept.delete(oldest);
}
