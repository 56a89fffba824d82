import { crc32, deflateSync } from 'node:zlib';
import { pngRows } from '../support/decode-png.ts';

/** Brightness of each pixel, 0 to 255, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  values: Uint8Array;
}

/** A PNG in grey, each pixel the mean of a square of so many pixels a side; what is left over at the edges goes. */
export function greyPicture(png: Buffer, squarePixels: number): GreyPicture {
  const { channels, rows, ...full } = pngRows(png);
  const width = Math.floor(full.width / squarePixels);
  const height = Math.floor(full.height / squarePixels);
  const sums = new Float64Array(width * height);
  for (let y = 0; y < height * squarePixels; y++)
    for (let x = 0; x < width * squarePixels; x++) {
      const at = Math.floor(y / squarePixels) * width + Math.floor(x / squarePixels);
      sums[at] = (sums[at] ?? 0) + brightness(rows, (y * full.width + x) * channels, channels);
    }
  return { width, height, values: Uint8Array.from(sums, (sum) => Math.round(sum / squarePixels ** 2)) };
}

function brightness(rows: Buffer, from: number, channels: number): number {
  const [red = 0, green = red, blue = red] = rows.subarray(from, from + Math.min(channels, 3));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** The picture as a PNG of 8-bit grey, to be kept beside the tests and looked at. */
export function greyPng({ width, height, values }: GreyPicture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), values.subarray(y * width, (y + 1) * width)]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const content = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
