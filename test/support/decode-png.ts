import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** `#rrggbb` of a pixel, counted from the upper left. */
  at(x: number, y: number): string;
  /** Every colour, with how many pixels have it. */
  colours: ReadonlyMap<string, number>;
}

/** Reads a PNG of 8-bit RGBA without interlacing, which is what the app draws. */
export function decodePng(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png.subarray(24, 29).join() !== '8,6,0,0,0') throw new Error('expected 8-bit RGBA, not interlaced');
  const rows = unfilter(inflateSync(Buffer.concat(chunks(png, 'IDAT'))), width * 4, height);
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
function unfilter(bytes: Buffer, stride: number, height: number): Buffer {
  // Four bytes of nothing stand left of each row and a row of nothing above the first.
  const padded = stride + 4;
  const out = new Uint8Array(padded * (height + 1));
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (stride + 1)] ?? 0;
    const from = y * (stride + 1) + 1;
    const to = (y + 1) * padded + 4;
    for (let x = 0; x < stride; x++) {
      const left = out[to + x - 4] ?? 0;
      const up = out[to + x - padded] ?? 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, out[to + x - padded - 4] ?? 0);
      out[to + x] = (bytes[from + x] ?? 0) + guess;
    }
  }
  const rows = Array.from({ length: height }, (_, y) => out.subarray((y + 1) * padded + 4, (y + 2) * padded));
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
