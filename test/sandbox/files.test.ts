import { request } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploadedFiles } from '../../src/sandbox/uploaded-files.ts';
import { tinyPng } from '../support/tiny-png.ts';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
let client: WebClient;
beforeAll(async () => {
  running = await startSandbox(() => {});
  const { botToken, apiUrl } = running.sandbox.slack;
  client = new WebClient(botToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
});
afterAll(() => running.stop());

const askForPlace = async (length = tinyPng.length, filename = 'dose.png') => {
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename,
    length,
  });
  return { url, id };
};
const upload = async (url: string, body: Buffer = tinyPng) =>
  (await fetch(url, { method: 'POST', body: new Uint8Array(body) })).status;
const complete = (id: string) => client.files.completeUploadExternal({ files: [{ id, title: 'Dose' }] });
const slacksWord = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error) => error.data.error,
  );

async function handedOver(): Promise<string> {
  const { url, id } = await askForPlace();
  expect(await upload(url)).toBe(200);
  await complete(id);
  return id;
}

/** The HTML of a message with this picture, as Ben sees it. */
async function shown(id: string, text: string): Promise<string> {
  const { conversations } = await running.seenBy('ben');
  const channel = conversations.find(({ kind }) => kind === 'channel')?.id ?? '';
  const image = { type: 'image', slack_file: { id }, alt_text: 'EQD2 at α/β 10: 60 Gy' } as const;
  await client.chat.postMessage({
    channel,
    text,
    blocks: [{ ...image, title: { type: 'plain_text', text: 'EQD2 of 2 schedules' } }],
  });
  return running.until('ben', ({ messages }) => messages.find((message) => message.text === text)?.html);
}

describe('a picture that the app hands over', () => {
  it('is shown from the page’s own address with its title, its description and its size', async () => {
    const id = await handedOver();
    expect(id).toMatch(/^F[A-Z0-9]{8,}$/);
    const html = await shown(id, 'with a picture');
    expect(html).toContain('<figcaption>EQD2 of 2 schedules</figcaption>');
    const [img = ''] = /<img[^>]*>/.exec(html) ?? [];
    expect(img).toContain(`src="/sandbox/files/${id}"`);
    expect(img).toContain('alt="EQD2 at α/β 10: 60 Gy"');
    expect(img).toContain('width="1" height="1"');
    expect(html).toContain(`href="/sandbox/files/${id}" target="_blank"`);
  });

  it('is served byte for byte as a PNG and as nothing else', async () => {
    const response = await fetch(`${running.baseUrl}/sandbox/files/${await handedOver()}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(Buffer.from(await response.arrayBuffer()).equals(tinyPng)).toBe(true);
  });

  it('is not served under a name that is not this machine’s', async () => {
    const path = `/sandbox/files/${await handedOver()}`;
    const status = (host: string) =>
      new Promise((resolve, reject) => {
        request(`${running.baseUrl}${path}`, { headers: { host } }, (response) => {
          resolve(response.resume().statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await status('rebound.example:3000')).toBe(403);
    expect(await status('localhost:3000')).toBe(200);
  });

  it('is not there until it is completed', async () => {
    const { url, id } = await askForPlace();
    await upload(url);
    expect((await fetch(`${running.baseUrl}/sandbox/files/${id}`)).status).toBe(404);
    const html = await shown(id, 'too early');
    expect(html).toContain(`There is no file ${id}. It would show: EQD2 at α/β 10: 60 Gy`);
    expect(html).not.toContain('<img');
  });

  it('stays while the latest fifty do, and goes when more come', () => {
    let ids = 0;
    const files = createUploadedFiles(() => `id-${++ids}`);
    const add = () => {
      const { id, key } = files.expect('dose.png', tinyPng.length);
      files.take(key, tinyPng);
      files.complete(id);
      return id;
    };
    const [first = '', second = ''] = Array.from({ length: 50 }, add);
    expect(files.find(first)?.bytes).toEqual(tinyPng);
    add();
    expect(files.find(first)).toBeUndefined();
    expect(files.find(second)?.bytes).toEqual(tinyPng);
  });
});

describe('a file that the app sends into a direct message', () => {
  const csv = Buffer.from('case_code,comment\r\nCASE-12,"<script>alert(1)</script>"\r\n');
  let id: string;
  let html: string;
  beforeAll(async () => {
    const place = await askForPlace(csv.length, 'follow-up "imaging".csv');
    id = place.id;
    await upload(place.url, csv);
    const { channel } = await client.conversations.open({ users: 'U0SANDBOXBEN' });
    const files: [{ id: string; title: string }] = [{ id, title: 'Two dates & more' }];
    await client.files.completeUploadExternal({ files, channel_id: channel?.id ?? '' });
    html = await running.until(
      'ben',
      ({ messages }) => messages.find((message) => message.html.includes(`/sandbox/files/${id}`))?.html,
    );
  });

  it('stands there with its name, its title and its size, to be downloaded', () => {
    expect(html).toContain(`href="/sandbox/files/${id}" download="follow-up &quot;imaging&quot;.csv"`);
    expect(html).toContain(`Two dates &amp; more · ${csv.length} bytes`);
  });

  it('is served as an attachment, byte for byte, and never as a page', async () => {
    const response = await fetch(`${running.baseUrl}/sandbox/files/${id}`);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="follow-up__imaging_.csv"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer()).equals(csv)).toBe(true);
  });

  it('is shown to nobody else', async () => {
    const { messages } = await running.seenBy('ada');
    expect(messages.filter((message) => message.html.includes(id))).toEqual([]);
  });
});

describe('an address for an upload', () => {
  it('is taken once', async () => {
    const { url } = await askForPlace();
    expect([await upload(url), await upload(url)]).toEqual([200, 404]);
  });

  it.each([
    ['of another length than was said', tinyPng.length + 1, tinyPng],
    ['that is no PNG', 30, Buffer.alloc(30, '<svg>')],
    ['that is empty inside', 33, Buffer.concat([tinyPng.subarray(0, 16), Buffer.alloc(17)])],
  ])('takes nothing %s', async (_, length, bytes) => {
    const { url, id } = await askForPlace(length);
    expect(await upload(url, bytes)).toBe(400);
    expect(await slacksWord(complete(id))).toBe('file_not_found');
  });

  it.each([
    ['more than five megabytes', 5 * 1024 * 1024 + 1, 'dose.png', 'file_upload_size_restricted'],
    ['no length', 0, 'dose.png', 'missing_argument'],
    ['anything but PNG, CSV and JSON', 30, 'dose.svg', 'file_type_not_allowed'],
  ])('is not given for %s', async (_, length, filename, word) => {
    expect(await slacksWord(askForPlace(length, filename))).toBe(word);
  });
});

describe('completing an upload', () => {
  it('is refused for a file that was never uploaded', async () => {
    expect(await slacksWord(complete('F00000000'))).toBe('file_not_found');
    expect(await slacksWord(complete((await askForPlace()).id))).toBe('file_not_found');
  });

  it('into a conversation that does not exist is refused', async () => {
    const { url, id } = await askForPlace();
    await upload(url);
    const shared = client.files.completeUploadExternal({ files: [{ id }], channel_id: 'C1' });
    expect(await slacksWord(shared)).toBe('channel_not_found');
  });
});
