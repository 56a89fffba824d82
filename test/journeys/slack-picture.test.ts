import { afterEach, describe, expect, test } from 'vitest';
import type { MessageReply, Picture } from '../../src/command.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { type Fault, invalidBlocks } from '../support/slack-stand-in.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';
import { tinyPng } from '../support/tiny-png.ts';

let app: TestApp;
afterEach(() => app.stop());

const picture: Picture = {
  title: 'EQD2 of 2 schedules',
  fileName: 'eqd2.png',
  altText: 'At α/β 10: CANARY-4711 60 Gy, 55 Gy in 20 fractions 58.4 Gy',
  spec: { mark: 'bar' },
};
const second: Picture = { ...picture, title: 'EQD2 by α/β', fileName: 'curves.png', spec: { mark: 'line' } };

const started = async ({
  visibility = 'private' as MessageReply['visibility'],
  pictures = [picture],
  draw = async (_spec: object): Promise<Uint8Array> => tinyPng,
} = {}) => {
  const reply = async () => ({ ...message('a table', visibility), pictures });
  app = await startTestApp([commandForTest(reply, [{ id: 'board.share', run: reply }])], undefined, {
    drawPicture: draw,
  });
};
const pictureAttempts = () =>
  app.slack.attempts.filter(({ body }) => body.blocks?.some(({ type }) => type === 'image'));

describe('the picture of an answer', () => {
  test('follows the message, which does not wait until it is drawn', async () => {
    const drawn = Promise.withResolvers<Uint8Array>();
    let asked: object | undefined;
    await started({
      draw: (spec) => {
        asked = spec;
        return drawn.promise;
      },
    });
    expect((await app.type('/board')).status).toBe(200);
    expect((await app.slack.nextPost()).body.text).toBe('a table');
    await expect.poll(() => asked).toEqual({ mark: 'bar' });
    expect(app.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
    drawn.resolve(tinyPng);
    expect((await app.slack.nextPost()).body.text).toBe('EQD2 of 2 schedules');
  });

  test('is uploaded as it was drawn, under its name, and shown to nobody by the upload itself', async () => {
    await started();
    await app.type('/board');
    const place = await app.slack.nextCall('files.getUploadURLExternal');
    const { args } = await app.slack.nextCall('files.completeUploadExternal');
    expect(place.args).toMatchObject({ filename: 'eqd2.png', length: String(tinyPng.length) });
    expect(app.slack.uploads.map(({ bytes }) => bytes)).toEqual([tinyPng]);
    expect(args).not.toHaveProperty('channel_id');
    expect(args).not.toHaveProperty('channels');
  });

  test('is shown as the uploaded file, with what it says for who cannot see it', async () => {
    await started();
    await app.type('/board');
    await app.slack.nextPost();
    const { body } = await app.slack.nextPost();
    const { args } = await app.slack.nextCall('files.completeUploadExternal');
    const [{ id }] = JSON.parse(args.files ?? '') as [{ id: string }];
    expect(body.blocks).toEqual([
      {
        type: 'image',
        slack_file: { id },
        alt_text: picture.altText,
        title: { type: 'plain_text', text: 'EQD2 of 2 schedules' },
      },
    ]);
  });

  test('comes with the others of the answer in one message, in their order', async () => {
    const drawn: object[] = [];
    await started({
      pictures: [picture, second],
      draw: async (spec) => {
        drawn.push(spec);
        return tinyPng;
      },
    });
    await app.type('/board');
    await app.slack.nextPost();
    const { body } = await app.slack.nextPost();
    expect(drawn).toEqual([picture.spec, second.spec]);
    expect(body.blocks).toMatchObject([
      { title: { text: picture.title } },
      { title: { text: second.title } },
    ]);
    expect(new Set(body.blocks?.map(({ slack_file }) => slack_file?.id)).size).toBe(2);
    expect(app.slack.posts).toHaveLength(2);
  });

  test.each([
    ['private', 'ephemeral'],
    ['shared', 'in_channel'],
  ] as const)('of a %s answer is seen by the same people', async (visibility, responseType) => {
    await started({ visibility });
    await app.type('/board');
    const posts = [await app.slack.nextPost(), await app.slack.nextPost()];
    for (const { body } of posts)
      expect(body).toMatchObject({ response_type: responseType, replace_original: false });
    expect(posts[1]?.url).toBe(posts[0]?.url);
  });

  test('follows the answer of a button too', async () => {
    await started({ visibility: 'shared' });
    await app.press({ action_id: 'board.share' });
    await app.slack.nextPost();
    const { body } = await app.slack.nextPost();
    expect(body).toMatchObject({ response_type: 'in_channel', blocks: [{ type: 'image' }] });
  });

  test('is offered again while Slack still looks at the file', async () => {
    await started();
    app.slack.failNext('picture', invalidBlocks, invalidBlocks);
    await app.type('/board');
    await app.slack.nextPost();
    expect((await app.slack.nextPost()).body.blocks).toMatchObject([{ type: 'image' }]);
    const times = pictureAttempts().map(({ receivedAtMs }) => receivedAtMs);
    expect(times).toHaveLength(3);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(2_900);
    expect(app.slack.uploads).toHaveLength(1);
    expect(app.slack.posts).toHaveLength(2);
  });
});

const refusal = (error: string): Fault => ({ status: 200, body: JSON.stringify({ ok: false, error }) });

/** What the person reads in place of the picture, and what the log holds under its reference. */
async function failure() {
  const answer = await app.slack.nextPost();
  const { body } = await app.slack.nextPost();
  const reference = /Reference: `(ref-\d+)`/.exec(body.text)?.[1];
  const lines = app.logLines.map((line) => JSON.parse(line));
  return { answer, body, logged: lines.filter((line) => reference && line.reference === reference) };
}

describe('a picture that cannot be sent', () => {
  test.each<[string, string, Fault[], string]>([
    ['Slack gives no address', 'files.getUploadURLExternal', [refusal('missing_scope')], 'missing_scope'],
    ['the upload is refused', 'upload', [{ status: 500, body: 'no' }], 'upload_500'],
    ['the upload breaks off', 'upload', ['reset'], 'upload_network'],
    ['the upload is not completed', 'files.completeUploadExternal', [refusal('fatal_error')], 'fatal_error'],
    ['its message ends unclear', 'picture', [{ status: 502, body: '' }], 'status_502'],
    [
      'Slack never takes the file',
      'picture',
      [invalidBlocks, invalidBlocks, invalidBlocks],
      'invalid_blocks',
    ],
  ])('because %s is said in a sentence, and the log has the reason', async (_, target, faults, code) => {
    await started({ visibility: 'shared' });
    app.slack.failNext(target, ...faults);
    await app.type('/board');
    const { answer, body, logged } = await failure();
    expect(answer.body).toMatchObject({ text: 'a table', response_type: 'in_channel' });
    expect(body.text).toMatch(/^The picture could not be sent; the figures above are complete without it\./);
    expect(body.response_type).toBe('ephemeral');
    expect(logged).toMatchObject([{ level: 'error', error: { code } }]);
    expect(app.logLines.join('')).not.toContain('CANARY');
    expect(pictureAttempts()).toHaveLength(target === 'picture' ? faults.length : 0);
  });

  test('because it could not be drawn is said in a sentence, and the log has no word of it', async () => {
    await started({
      draw: async () => {
        throw new RangeError(picture.altText);
      },
    });
    await app.type('/board');
    const { body, logged } = await failure();
    expect(body.text).toMatch(/^The picture could not be sent; the figures above are complete without it\./);
    expect(logged).toMatchObject([{ level: 'error', error: { name: 'RangeError' } }]);
    expect(app.slack.uploads).toEqual([]);
    expect(app.logLines.join('')).not.toContain('CANARY');
  });
});
