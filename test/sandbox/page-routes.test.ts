import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox(() => {});
});
afterAll(() => running.stop());

/** With headers that `fetch` would not let through, as a browser on a strange page sends them. */
function send(path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${running.baseUrl}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const opening = JSON.stringify({ as: 'ada', tab: 'home' });

describe('the page', () => {
  it('comes with a policy that lets nothing in but what this machine serves', async () => {
    const response = await fetch(running.baseUrl);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await response.text();
    expect(html).toContain('IMT Board sandbox');
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('gets its modules as JavaScript, without types', async () => {
    const response = await fetch(`${running.baseUrl}/sandbox/page/main.ts`);
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(await response.text()).not.toContain('import type');
  });

  it.each(['..%2Fcreate-sandbox.ts', 'nothing.css', 'index', '%2e%2e%2fworkspace.ts'])(
    'does not serve %s',
    async (name) => {
      expect((await fetch(`${running.baseUrl}/sandbox/page/${name}`)).status).toBe(404);
    },
  );

  it.each(['/', '/sandbox/page/main.ts', '/sandbox/stream?as=ada'])(
    'does not serve %s under a name that is not this machine’s',
    async (path) => {
      expect(await send(path, { host: 'rebound.example:3000' })).toBe(403);
      expect(await send(path, { host: 'localhost:3000' })).toBe(200);
    },
  );

  it.each([
    [{ ...json, origin: 'https://elsewhere.example' }, 403],
    [{ ...json, 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': 'text/plain' }, 403],
    [{ ...json, host: 'localhost:3000', origin: 'http://localhost:3000' }, 200],
  ])('takes requests of its own only: %j', async (headers, status) => {
    expect(await send('/sandbox/openings', headers, 'POST', opening)).toBe(status);
  });

  it.each([
    ['openings', '{'],
    ['openings', '{"as":"nobody","tab":"home"}'],
    ['messages', '{"as":"ada","conversationId":"C1"}'],
    ['anything', '{}'],
    ['toString', '{}'],
  ])('refuses what it cannot read: %s %s', async (name, body) => {
    expect(await send(`/sandbox/${name}`, json, 'POST', body)).toBe(400);
  });
});
