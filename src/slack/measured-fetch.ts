import type { WebClientOptions } from '@slack/web-api';
import { isMeasured, type Measurement, measure } from '../measure.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;
type Outcome = Extract<Measurement, { kind: 'slack-called' }>['outcome'];

/** `fetch` for the Web API, which tells how each call ended; of the answer it reads no more than whether it is ok. */
export const measuredFetch: Fetch = async (address, request) => {
  if (!isMeasured()) return fetch(address as string, request as RequestInit);
  const method = methodOf(String(address));
  try {
    const response = await fetch(address as string, request as RequestInit);
    // Not waited for: what is measured must neither delay the answer nor fail in its place.
    void outcomeOf(response.clone()).then((outcome) => measure({ kind: 'slack-called', method, outcome }));
    return response;
  } catch (error) {
    measure({ kind: 'slack-called', method, outcome: 'failed' });
    throw error;
  }
};

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status === 429) return 'limited';
  if (!response.ok) return 'failed';
  const answer = await response.text().catch(() => null);
  if (answer === null) return 'failed';
  return /"ok"\s*:\s*false/.test(answer.slice(0, 200)) ? 'refused' : 'ok';
}

/** Slack's own name of it, as `chat.postMessage`; other addresses, as of uploads, share one name. */
function methodOf(address: string): string {
  return /\/api\/([a-z]+(?:\.[A-Za-z]+)+)$/.exec(new URL(address).pathname)?.[1] ?? 'other';
}
