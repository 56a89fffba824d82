import type { Origin } from '../command.ts';
import { UserError } from '../errors.ts';
import { openBytes, sealBytes } from '../sealed-bytes.ts';

/** Keeps a text in a button for one person in one channel, so that nobody else can read or use it there. */
export interface TextSealer {
  /** Null when the text is too long for a button. */
  seal(text: string, origin: Origin, now: Date): string | null;
  /** Throws a `UserError` for what was sealed elsewhere, for somebody else, or more than ten minutes ago. */
  open(sealed: string, origin: Origin, now: Date): string;
}

const keptMs = 10 * 60_000;
/** Slack's limit for the value of a button. */
const mostInButton = 2000;

/**
 * The first key seals, all of them open: those of the key ring, which all replicas share, so that any of them opens what
 * another has sealed, also while they are given a newer key one after the other.
 */
export function createTextSealer(keys: readonly [Uint8Array, ...Uint8Array[]]): TextSealer {
  return {
    seal(text, origin, now) {
      const sealed = sealBytes(keys[0], `${now.getTime()} ${text}`, boundTo(origin));
      return sealed.length <= mostInButton ? sealed : null;
    },
    open(sealed, origin, now) {
      const opened = keys.map((key) => openedBy(key, sealed, origin)).find((one) => one !== null) ?? '';
      const [, sealedAtMs = '', text] = /^(\d+) ([\s\S]*)$/.exec(opened) ?? [];
      if (text === undefined || now.getTime() - Number(sealedAtMs) > keptMs) throw new UserError(typeAgain);
      return text;
    },
  };
}

function openedBy(key: Uint8Array, sealed: string, origin: Origin): string | null {
  try {
    return openBytes(key, sealed, boundTo(origin));
  } catch {
    return null;
  }
}

const typeAgain =
  'This question is more than ten minutes old or not yours, and what it was about is not kept. Type the command again.';

function boundTo({ teamId, channelId, userId }: Origin): string[] {
  return [teamId, channelId, userId];
}
