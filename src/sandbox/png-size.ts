const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** How large a PNG says it is, in pixels; nothing when the bytes are not those of a PNG. */
export function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  const isPng =
    bytes.length >= 24 &&
    bytes.subarray(0, 8).equals(signature) &&
    bytes.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) return undefined;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}
