import { expect, test } from 'vitest';
import { healthRoutes, type Readiness } from '../../src/slack/health-routes.ts';

const allHolds: Readiness = {
  knowledgeLoaded: () => true,
  slackAuthorised: () => true,
  slackReachable: () => true,
  notStopping: () => true,
};

async function ask(path: string, readiness: Readiness): Promise<{ status: number; body: object }> {
  const answer = { status: 0, body: {} };
  const response = {
    writeHead: (status: number) => {
      answer.status = status;
    },
    end: (text: string) => {
      answer.body = JSON.parse(text);
    },
  };
  const route = healthRoutes(readiness).find((candidate) => candidate.path === path);
  await route?.handler({} as never, response as never);
  return answer;
}

test('the app is ready when everything holds', async () => {
  expect(await ask('/readyz', allHolds)).toEqual({ status: 200, body: { status: 'ready' } });
});

test.each(Object.keys(allHolds))('the app is not ready without %s, and says so', async (name) => {
  const answer = await ask('/readyz', { ...allHolds, [name]: () => false });
  expect(answer).toEqual({ status: 503, body: { status: 'not ready', missing: [name] } });
});

test('a check that throws does not hold', async () => {
  const answer = await ask('/readyz', {
    ...allHolds,
    slackReachable: () => {
      throw new Error('no socket');
    },
  });
  expect(answer).toEqual({ status: 503, body: { status: 'not ready', missing: ['slackReachable'] } });
});

test('a check that does not end does not hold', async () => {
  const answer = await ask('/readyz', { ...allHolds, storeReachable: () => new Promise(() => {}) });
  expect(answer).toEqual({ status: 503, body: { status: 'not ready', missing: ['storeReachable'] } });
});

test('the app is alive even when it is not ready', async () => {
  expect((await ask('/healthz', { ...allHolds, slackAuthorised: () => false })).status).toBe(200);
});
