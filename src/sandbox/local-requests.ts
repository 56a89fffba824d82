import type { IncomingMessage } from 'node:http';

const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A name that leads here from this machine only; another one was pointed here by a stranger's DNS. */
export function isLocalHost(host: string | undefined): boolean {
  return localNames.has((host ?? '').replace(/:\d+$/, '').toLowerCase());
}

/** Why a request to the page is not from the page, if it is not. */
export function strangeRequest({
  headers,
  method,
}: Pick<IncomingMessage, 'headers' | 'method'>): string | undefined {
  if (!isLocalHost(headers.host)) return 'This page is served to localhost and 127.0.0.1 only.';
  if (method !== 'POST') return undefined;
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
    return 'Requests from other pages are refused.';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'Requests from other pages are refused.';
  // A form of another page can post text or fields, never JSON.
  if (!headers['content-type']?.startsWith('application/json')) return 'Send JSON.';
  return undefined;
}
