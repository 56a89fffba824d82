import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { guardText } from '../../src/privacy/guard-text.ts';
import { isCovered } from '../privacy/is-covered.ts';
import { readMarked } from '../privacy/read-marked.ts';
import { type FollowUpApp, startFollowUpApp } from '../support/follow-up-app.ts';

interface Planted {
  text: string;
  marks: { kind: string; start: number; end: number }[];
}

const shared = new URL('../../../shared/privacy/phi.jsonl', import.meta.url);
const isThere = existsSync(shared);
if (!isThere) process.stdout.write('skipped: the shared snippets are not beside the repository\n');

const own: Planted[] = readMarked('./positives.yml');
const snippets: Planted[] = isThere ? ofEachKind(readFileSync(shared, 'utf8')) : [];

/** Three of each kind, so that the test stays short. */
function ofEachKind(lines: string): Planted[] {
  const all = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)) as {
    text: string;
    spans: { type: string; start: number; end: number }[];
  }[];
  const kinds = [...new Set(all.flatMap(({ spans }) => spans.map(({ type }) => type)))];
  const chosen = kinds.flatMap((kind) =>
    all.filter(({ spans }) => spans.some(({ type }) => type === kind)).slice(0, 3),
  );
  return [...new Set(chosen)].map(({ text, spans }) => ({
    text,
    marks: spans.map(({ type, start, end }) => ({ kind: type, start, end })),
  }));
}

/** Values that the guard finds, and that nothing the app says of itself could hold. */
function canariesOf({ text, marks }: Planted): string[] {
  const { findings } = guardText(text);
  return marks
    .filter((mark) => isCovered(text, mark, findings))
    .map(({ start, end }) => text.slice(start, end))
    .filter((value) => value.length >= 6);
}

const forms = [
  { callback_id: 'followup.add-form', field: 'caseCode' },
  { callback_id: 'followup.done-form', field: 'reportReference' },
  { callback_id: 'guard.edit-form', field: 'text' },
];
const place = JSON.stringify({ channelId: 'C1', onMessage: false, value: '/imt' });

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
let rig: FollowUpApp;
let { app, store } = {} as FollowUpApp;
beforeAll(async () => {
  rig = await startFollowUpApp(commands, knowledge);
  ({ app, store } = rig);
});
afterAll(() => rig.stop());

/** One text typed to every command and written into every kind of dialog. */
function everywhere(text: string, userId: string): Promise<Response>[] {
  const typed = commands.map(({ name }) => app.type(name, text, { user_id: userId }));
  const filled = forms.map(({ callback_id, field }) =>
    app.submit(
      {
        callback_id,
        private_metadata: place,
        blocks: [{ type: 'input', block_id: field }],
        state: { values: { [field]: { value: { type: 'plain_text_input', value: text } } } },
      },
      { user: { id: userId, username: 'ada', team_id: 'T1' } },
    ),
  );
  return [...typed, ...filled];
}

/** All that left the app or was written by it, `acks` being what it answered at once. */
const traces = (acks: readonly string[]) =>
  [
    ...acks,
    ...app.logLines,
    ...app.slack.attempts.map(({ body }) => JSON.stringify(body)),
    ...app.slack.calls.map(({ args }) => JSON.stringify(args)),
    store.written(),
  ].join('\n');

describe.each([
  ['the own list', own],
  ['the shared snippets', snippets],
])('an identifier of %s', (_, planted) => {
  test.skipIf(planted.length === 0)(
    'leaves no trace, whatever command or dialog it is typed into',
    async () => {
      const canaries = planted.flatMap(canariesOf);
      expect(canaries.length).toBeGreaterThan(planted.length / 2);
      const acks: string[] = [];
      for (let at = 0; at < planted.length; at += 10) {
        const before = app.slack.posts.length;
        const some = planted.slice(at, at + 10);
        const sent = some.flatMap(({ text }, beside) => everywhere(text, `U${at + beside + 100}`));
        for (const response of await Promise.all(sent)) acks.push(await response.text());
        const answers = before + some.length * commands.length;
        await expect.poll(() => app.slack.posts.length).toBeGreaterThanOrEqual(answers);
      }
      const written = traces(acks);
      expect(canaries.filter((canary) => written.includes(canary))).toEqual([]);
    },
    120_000,
  );
});

test('the search for traces finds what is there', async () => {
  await app.type('/imt', 'help');
  await expect.poll(() => traces([])).toContain('Topics and commands');
});
