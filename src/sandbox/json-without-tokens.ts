const slackToken = /\bx(?:ox|app)[a-z]*-[\w-]+/g;
const leftOut = '(left out)';

/** JSON over several lines, without anything that lets somebody in: fields that are named for it, and Slack's tokens. */
export function jsonWithoutTokens(value: unknown): string {
  const written = JSON.stringify(value, (key, inner: unknown) => withoutToken(key, unpacked(key, inner)), 2);
  return written ?? '';
}

function withoutToken(key: string, value: unknown): unknown {
  if (/^(?:token|authorization|.*_token|.*secret)$/i.test(key)) return leftOut;
  return typeof value === 'string' ? value.replace(slackToken, leftOut) : value;
}

/** An interaction is a form with one field of JSON, which is read better unpacked. */
function unpacked(key: string, value: unknown): unknown {
  if (key !== 'payload' || typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
