import { setTimeout as wait } from 'node:timers/promises';
import type { PageAnswer, PageRequests, PageState } from '../../src/sandbox/page-state.ts';

/** The page without a browser: what it asks for, and what it is told. */
export interface PageClient {
  ask<Name extends keyof PageRequests>(name: Name, request: PageRequests[Name]): Promise<PageAnswer>;
  /** What a person sees at this moment. */
  seenBy(handle: string): Promise<PageState>;
  /** Waits until what a person sees satisfies the question. */
  until<T>(handle: string, find: (state: PageState) => T | undefined): Promise<T>;
}

export function pageClient(baseUrl: string): PageClient {
  const seenBy = (handle: string) => firstState(`${baseUrl}/sandbox/stream?as=${handle}`);
  return {
    seenBy,
    async ask(name, request) {
      const response = await fetch(`${baseUrl}/sandbox/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as PageAnswer;
    },
    async until(handle, find) {
      for (const giveUpAt = Date.now() + 20_000; Date.now() < giveUpAt; await wait(10)) {
        const found = find(await seenBy(handle));
        if (found !== undefined) return found;
      }
      throw new Error(`${handle} never saw what was waited for`);
    },
  };
}

async function firstState(url: string): Promise<PageState> {
  const response = await fetch(url);
  let read = '';
  for await (const chunk of response.body ?? []) {
    read += new TextDecoder().decode(chunk);
    const [, data] = /event: state\ndata: (.*)\n\n/.exec(read) ?? [];
    // Leaving the loop closes the stream.
    if (data) return JSON.parse(data) as PageState;
  }
  throw new Error('the stream ended without a state');
}
