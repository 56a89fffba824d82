import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A load balancer on loopback: one request here, the next there, and the next of all where nobody listens. */
export interface RoundRobinProxy {
  url: string;
  /** Ports, in turn; may change at any time. */
  ports: number[];
  /** How many requests each port has answered. */
  answeredBy: Map<number, number>;
  /** Requests that went to another because a connection was refused. */
  movedOn: number;
  close(): Promise<void>;
}

export async function startRoundRobinProxy(ports: number[]): Promise<RoundRobinProxy> {
  let turn = 0;
  const proxy: RoundRobinProxy = {
    url: '',
    ports,
    answeredBy: new Map(),
    movedOn: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const first = turn++;
    for (let tried = 0; tried < proxy.ports.length; tried++) {
      const port = proxy.ports[(first + tried) % proxy.ports.length] ?? 0;
      const outcome = await forward(incoming, body, port, outgoing);
      if (outcome === 'answered') proxy.answeredBy.set(port, (proxy.answeredBy.get(port) ?? 0) + 1);
      if (outcome !== 'refused') return;
      proxy.movedOn++;
    }
    outgoing.writeHead(503).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  return proxy;
}

/** Only what was surely not taken may go to another: a request that broke off may have been worked on. */
function forward(
  { url, method, headers }: IncomingMessage,
  body: Buffer,
  port: number,
  outgoing: ServerResponse,
): Promise<'answered' | 'refused' | 'broken'> {
  const { promise, resolve } = Promise.withResolvers<'answered' | 'refused' | 'broken'>();
  const broken = () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
    resolve('broken');
  };
  const upstream = httpRequest(
    {
      host: '127.0.0.1',
      port,
      path: url,
      method,
      headers: { ...headers, connection: 'close' },
      agent: false,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', broken);
      answer.on('end', () => resolve('answered'));
      answer.pipe(outgoing);
    },
  );
  upstream.on('error', ({ code }: NodeJS.ErrnoException) =>
    code === 'ECONNREFUSED' ? resolve('refused') : broken(),
  );
  upstream.end(body);
  return promise;
}
