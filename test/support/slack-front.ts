import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontCall {
  method: string;
  /** What the call was made with. */
  token: string;
  args: Record<string, string>;
}

/** One loopback address that an app takes for Slack, whatever stands behind it. */
export interface SlackFront {
  apiUrl: string;
  calls: FrontCall[];
  /** What was shown at response URLs, in order. */
  shown: { text: string }[];
  newResponseUrl(): string;
  close(): Promise<void>;
}

type Answer = (call: FrontCall, form: string) => Promise<object>;

export async function startSlackFront(answer: Answer): Promise<SlackFront> {
  const calls: FrontCall[] = [];
  const shown: { text: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [, method] = /^\/api\/(.+)$/.exec(request.url ?? '') ?? [];
    if (method === undefined) {
      shown.push(JSON.parse(body));
      response.end('ok');
      return;
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const call = { method, token, args: Object.fromEntries(new URLSearchParams(body)) };
    calls.push(call);
    try {
      const said = JSON.stringify(await answer(call, body));
      response.writeHead(200, { 'content-type': 'application/json' }).end(said);
    } catch {
      // The test is over, and with it what stood behind this address.
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let urls = 0;
  return {
    apiUrl: `${base}/api/`,
    calls,
    shown,
    newResponseUrl: () => `${base}/commands/${++urls}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
