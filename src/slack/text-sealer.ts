import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Origin } from '../command.ts';
import { UserError } from '../errors.ts';

/** Keeps a text in a button for one person in one channel, so that nobody else can read or use it there. */
export interface TextSealer {
  /** Null when the text is too long for a button. */
  seal(text: string, origin: Origin, now: Date): string | null;
  /** Throws a `UserError` for what was sealed elsewhere, for somebody else, or more than ten minutes ago. */
  open(sealed: string, origin: Origin, now: Date): string;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const keptMs = 10 * 60_000;
/** Slack's limit for the value of a button. */
const mostInButton = 2000;

/** `secret` is one that all replicas share, so that any of them opens what another has sealed. */
export function createTextSealer(secret: string): TextSealer {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'imt-board guard question', 32));
  return {
    seal(text, origin, now) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(boundTo(origin));
      const body = Buffer.concat([sealing.update(`${now.getTime()} ${text}`, 'utf8'), sealing.final()]);
      const sealed = Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64url');
      return sealed.length <= mostInButton ? sealed : null;
    },
    open(sealed, origin, now) {
      const [, sealedAtMs = '', text] = /^(\d+) ([\s\S]*)$/.exec(opened(sealed, origin)) ?? [];
      if (text === undefined || now.getTime() - Number(sealedAtMs) > keptMs) throw new UserError(typeAgain);
      return text;
    },
  };

  function opened(sealed: string, origin: Origin): string {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(boundTo(origin))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString(
        'utf8',
      );
    } catch {
      throw new UserError(typeAgain);
    }
  }
}

const typeAgain =
  'This question is more than ten minutes old or not yours, and what it was about is not kept. Type the command again.';

function boundTo({ teamId, channelId, userId }: Origin): Buffer {
  return Buffer.from(JSON.stringify([teamId, channelId, userId]));
}
