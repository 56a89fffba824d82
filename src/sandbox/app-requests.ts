import type { ExchangeLog } from './exchange-log.ts';
import { requestName } from './request-name.ts';
import { signRequest } from './sign-request.ts';
import type { SlackObject } from './slack-shapes.ts';

/** What the app said to a request, or Slack's word for its saying nothing useful. */
export type AppAnswer =
  | { kind: 'answered'; body: string }
  | { kind: 'failed'; code: 'operation_timeout' | 'dispatch_failed' };

export interface AppRequests {
  /** From now on requests go to this address. */
  connect(requestUrl: string): void;
  sendForm(fields: Record<string, string>): Promise<AppAnswer>;
  sendJson(body: object, headers?: Record<string, string>): Promise<AppAnswer>;
}

/** How long Slack waits for an acknowledgement. */
const patienceMs = 3_000;

/** Signed HTTP requests to the app, as Slack's. */
export function createAppRequests(signingSecret: string, exchanges: ExchangeLog): AppRequests {
  let requestUrl: string | undefined;
  const post = async (body: string, headers: Record<string, string>): Promise<AppAnswer> => {
    if (!requestUrl) return { kind: 'failed', code: 'dispatch_failed' };
    try {
      const response = await fetch(requestUrl, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(patienceMs),
      });
      const answer = await response.text();
      return response.ok ? { kind: 'answered', body: answer } : { kind: 'failed', code: 'dispatch_failed' };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { kind: 'failed', code: timedOut ? 'operation_timeout' : 'dispatch_failed' };
    }
  };
  const send = async (
    fields: SlackObject,
    body: string,
    plain: Record<string, string>,
  ): Promise<AppAnswer> => {
    // The machine's clock, not the sandbox's: the app checks the signature's age by it.
    const headers = { ...plain, ...signRequest(body, signingSecret, new Date()) };
    const answer = await post(body, headers);
    exchanges.add({
      to: 'app',
      name: requestName(fields),
      outcome: answer.kind === 'failed' ? answer.code : 'ok',
      sent: { headers, body: fields },
      answered: answer.kind === 'failed' ? answer.code : (jsonOf(answer) ?? answer.body),
    });
    return answer;
  };
  return {
    connect(url) {
      requestUrl = url;
    },
    sendForm: (fields) =>
      send(fields, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      }),
    sendJson: (body, headers) =>
      send({ ...body }, JSON.stringify(body), { ...headers, 'content-type': 'application/json' }),
  };
}

/** The JSON that an answer carries; nothing when it carries none. */
export function jsonOf({ body }: { body: string }): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
