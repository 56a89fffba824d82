import { setTimeout as wait } from 'node:timers/promises';
import { networkCode } from './network-code.ts';
import { neverConnected } from './never-connected.ts';

/** What became of one post. Only where nothing was shown may the same be posted again. */
export type PostOutcome =
  | { kind: 'delivered' }
  | { kind: 'refused'; code: string }
  | { kind: 'not-taken'; code: string; waitMs: number }
  | { kind: 'unknown'; code: string };

const longestWaitMs = 30_000;

/** Posts to a `response_url`, once more when Slack certainly did not take it the first time. */
export async function postToResponseUrl(url: string, body: object, timeoutMs: number): Promise<PostOutcome> {
  const first = await postOnce(url, body, timeoutMs);
  if (first.kind !== 'not-taken') return first;
  await wait(Math.min(first.waitMs, longestWaitMs));
  return postOnce(url, body, timeoutMs);
}

async function postOnce(url: string, body: object, timeoutMs: number): Promise<PostOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    return outcomeOf(response, await response.text());
  } catch (error) {
    const code = networkCode(error);
    return neverConnected.has(code) ? { kind: 'not-taken', code, waitMs: 500 } : { kind: 'unknown', code };
  }
}

function outcomeOf(response: Response, text: string): PostOutcome {
  // Slack answers "ok", or a word or JSON of its own with the reason, with and without a 2xx status.
  const reason = refusal(text);
  if (response.status === 429)
    return {
      kind: 'not-taken',
      code: 'rate_limited',
      waitMs: (Number(response.headers.get('retry-after')) || 1) * 1000,
    };
  if (reason) return { kind: 'refused', code: reason };
  if (response.ok) return { kind: 'delivered' };
  const code = `status_${response.status}`;
  return response.status >= 500 ? { kind: 'unknown', code } : { kind: 'refused', code };
}

function refusal(text: string): string | undefined {
  try {
    const answer = JSON.parse(text);
    return answer?.ok === false ? String(answer.error) : undefined;
  } catch {
    return undefined;
  }
}
