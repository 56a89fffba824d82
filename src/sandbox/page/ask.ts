import type { PageAnswer, PageRequests } from '../page-state.ts';
import { model } from './model.ts';

/** What the app answers with something to read. */
const answered: ReadonlySet<string> = new Set(['messages', 'presses', 'submissions']);

/** Asks the server for something on behalf of the person; a server that is gone is an answer too. */
export async function ask<Name extends keyof PageRequests>(
  name: Name,
  request: PageRequests[Name],
): Promise<PageAnswer> {
  if (answered.has(name)) model.awaitsAnswer = true;
  try {
    const response = await fetch(`/sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    return response.ok ? ((await response.json()) as PageAnswer) : { failure: `status ${response.status}` };
  } catch {
    return { failure: 'the sandbox is not running' };
  }
}
