import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** `#rrggbb` of a pixel, counted from the upper left. */
  at(x: number, y: number): string;
  /** Every colour, with how many pixels have it. */
  colours: ReadonlyMap<string, number>;
}

/** Bytes of a pixel by PNG's colour type. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

/** The bytes of a PNG of 8-bit grey, RGB or RGBA without interlacing, row by row. */
export function pngRows(png: Buffer): { width: number; height: number; channels: number; rows: Buffer } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [bits, type = 0, ...methods] = png.subarray(24, 29);
  const channels = channelsOf[type];
  if (bits !== 8 || !channels || methods.join() !== '0,0,0')
    throw new Error('expected 8-bit grey, RGB or RGBA, not interlaced');
  const rows = unfilter(inflateSync(Buffer.concat(chunks(png, 'IDAT'))), width * channels, height, channels);
  return { width, height, channels, rows };
}

/** Reads a PNG of 8-bit RGBA without interlacing, which is what the app draws. */
export function decodePng(png: Buffer): Pixels {
  const { width, height, channels, rows } = pngRows(png);
  if (channels !== 4) throw new Error('expected 8-bit RGBA, not interlaced');
  const at = (x: number, y: number) =>
    `#${rows.toString('hex', (y * width + x) * 4, (y * width + x) * 4 + 3)}`;
  const counts = new Map<number, number>();
  for (let from = 0; from < rows.length; from += 4) {
    const rgb = rows.readUIntBE(from, 3);
    counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
  }
  const colours = new Map(
    [...counts].map(([rgb, count]) => [`#${rgb.toString(16).padStart(6, '0')}`, count] as const),
  );
  return { width, height, at, colours };
}

function chunks(png: Buffer, type: string): Buffer[] {
  const found: Buffer[] = [];
  for (let from = 8; from < png.length; from += 12 + png.readUInt32BE(from)) {
    const length = png.readUInt32BE(from);
    if (png.toString('latin1', from + 4, from + 8) === type)
      found.push(png.subarray(from + 8, from + 8 + length));
  }
  return found;
}

/** @see https://www.w3.org/TR/png-3/#9Filters */
function unfilter(bytes: Buffer, stride: number, height: number, channels: number): Buffer {
  // A pixel of nothing stands left of each row and a row of nothing above the first.
  const padded = stride + channels;
  const out = new Uint8Array(padded * (height + 1));
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (stride + 1)] ?? 0;
    const from = y * (stride + 1) + 1;
    const to = (y + 1) * padded + channels;
    for (let x = 0; x < stride; x++) {
      const left = out[to + x - channels] ?? 0;
      const up = out[to + x - padded] ?? 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, out[to + x - padded - channels] ?? 0);
      out[to + x] = (bytes[from + x] ?? 0) + guess;
    }
  }
  const rows = Array.from({ length: height }, (_, y) =>
    out.subarray((y + 1) * padded + channels, (y + 2) * padded),
  );
  return Buffer.concat(rows);
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
