import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Slack's end of Socket Mode on loopback: one WebSocket, text frames below 64 KB. */
export interface SocketStandIn {
  url: string;
  /** What the app sent, parsed. */
  received: { envelope_id?: string }[];
  send(message: object): void;
  /** Breaks the connection off. */
  drop(): void;
  close(): Promise<void>;
}

/** @see https://datatracker.ietf.org/doc/html/rfc6455#section-1.3 */
const handshakeGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startSocketStandIn(): Promise<SocketStandIn> {
  const received: SocketStandIn['received'] = [];
  let socket: Socket | undefined;
  const send = (message: object) => socket?.write(textFrame(JSON.stringify(message)));
  const server = createServer();
  server.on('upgrade', (request, upgraded: Socket) => {
    const key = `${request.headers['sec-websocket-key']}${handshakeGuid}`;
    const accept = createHash('sha1').update(key).digest('base64');
    upgraded.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = upgraded;
    upgraded.on('error', () => {});
    upgraded.on('data', (frame) => {
      if (isClose(frame)) upgraded.end(Buffer.from([0x88, 0]));
      else if (isText(frame)) received.push(JSON.parse(unmask(frame)));
    });
    send({ type: 'hello', num_connections: 1 });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    received,
    send,
    drop: () => socket?.destroy(),
    close: () =>
      new Promise((resolve) => {
        socket?.destroy();
        server.close(() => resolve());
      }),
  };
}

const isText = (frame: Buffer) => ((frame[0] ?? 0) & 0x0f) === 1;
const isClose = (frame: Buffer) => ((frame[0] ?? 0) & 0x0f) === 8;

function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (head.length === 4) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

function unmask(frame: Buffer): string {
  const short = (frame[1] ?? 0) & 0x7f;
  const maskAt = short === 126 ? 4 : 2;
  const length = short === 126 ? frame.readUInt16BE(2) : short;
  const payload = frame.subarray(maskAt + 4, maskAt + 4 + length);
  return Buffer.from(payload.map((byte, i) => byte ^ (frame[maskAt + (i % 4)] ?? 0))).toString();
}
