import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/** The nonce, what the text became, and the tag that shows whether it was altered, as base64url. */
export function sealBytes(key: Uint8Array, text: string, boundTo: readonly string[]): string {
  const nonce = randomBytes(nonceBytes);
  const sealer = createCipheriv(cipher, key, nonce).setAAD(asBytes(boundTo));
  const parts = [nonce, sealer.update(text, 'utf8'), sealer.final(), sealer.getAuthTag()];
  return Buffer.concat(parts).toString('base64url');
}

/** Throws for another key, for what was altered, and for what was bound to something else. */
export function openBytes(key: Uint8Array, sealed: string, boundTo: readonly string[]): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const opener = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  opener.setAAD(asBytes(boundTo)).setAuthTag(bytes.subarray(-tagBytes));
  return opener.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opener.final('utf8');
}

/** As JSON, so that no two lists read the same. */
function asBytes(boundTo: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(boundTo));
}
