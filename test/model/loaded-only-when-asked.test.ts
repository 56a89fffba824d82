import { expect, test } from 'vitest';
import { chooses, startModelStandIn } from '../support/model-stand-in.ts';
import { runApp, sourceArguments } from '../support/run-app.ts';

/** Tells on standard error of each file of the language model's packages that is loaded. */
const list = `
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      const [, name] = /\\/node_modules\\/(ai|@ai-sdk\\/[\\w-]+)\\//.exec(url) ?? [];
      if (name) process.stderr.write('loaded ' + name + '\\n');
      return next(url, context);
    },
  });`;
const listing = ['--import', `data:text/javascript,${encodeURIComponent(list)}`];
const question = 'does radiotherapy work?';

const set = (baseUrl: string) => ({ MODEL_BASE_URL: baseUrl, MODEL_NAME: 'a-model' });

function cli(words: readonly string[], variables: Record<string, string> = {}) {
  return runApp(variables, { nodeArguments: [...listing, 'src/cli.ts', ...words] }).ended;
}

async function startAndStop(variables: Record<string, string>) {
  const nodeArguments = [...listing, ...sourceArguments];
  const app = runApp({ PORT: '0', ...variables }, { nodeArguments });
  await app.printed(/IMT Board is ready/);
  app.signal('SIGTERM');
  return app.ended;
}

test('an app without a model loads none of its packages, and one with a model does', async () => {
  const [without, withOne] = await Promise.all([
    startAndStop({}),
    startAndStop(set('http://127.0.0.1:9/v1')),
  ]);
  expect(without.stderr).not.toContain('loaded ');
  expect(withOne.stderr).toContain('loaded ai\n');
}, 60_000);

test('the command line asks a model only with --model', async () => {
  const model = await startModelStandIn(chooses((ids) => ids.toReversed()));
  const without = await cli(['ask', '--json', question], set(model.baseUrl));
  expect(without.stderr).not.toContain('loaded ');
  expect(model.requests).toEqual([]);
  const { statements, ...found } = JSON.parse(without.stdout);
  expect(found.chosenBy).toBeUndefined();
  const asked = JSON.parse((await cli(['ask', '--json', '--model', question], set(model.baseUrl))).stdout);
  expect(model.requests.map((sent) => sent.question)).toEqual([question]);
  const offered = model.requests[0]?.offered.map(({ id }) => id) ?? [];
  expect(asked.chosenBy).toEqual({ host: new URL(model.baseUrl).host, among: offered.length });
  const ids = (list: { id: string }[]) => list.slice(0, offered.length).map(({ id }) => id);
  expect(ids(statements)).toEqual(offered);
  expect(ids(asked.statements)).toEqual(offered.toReversed());
}, 60_000);

test('`imt ask --model` without a model says what to set, and ends with status 1', async () => {
  const { status, stderr } = await cli(['ask', '--model', question]);
  expect(status).toBe(1);
  expect(stderr).toContain('set MODEL_BASE_URL and MODEL_NAME');
}, 60_000);
