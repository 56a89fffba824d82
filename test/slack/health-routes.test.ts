import { expect, test } from 'vitest';
import { healthRoutes, type Readiness } from '../../src/slack/health-routes.ts';

const allHolds: Readiness = {
  knowledgeLoaded: () => true,
  slackAuthorised: () => true,
  slackReachable: () => true,
  notStopping: () => true,
};

function ask(path: string, readiness: Readiness): { status: number; body: object } {
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
  route?.handler({} as never, response as never);
  return answer;
}

test('the app is ready when everything holds', () => {
  expect(ask('/readyz', allHolds)).toEqual({ status: 200, body: { status: 'ready' } });
});

test.each(Object.keys(allHolds))('the app is not ready without %s, and says so', (name) => {
  const answer = ask('/readyz', { ...allHolds, [name]: () => false });
  expect(answer).toEqual({ status: 503, body: { status: 'not ready', missing: [name] } });
});

test('a check that throws does not hold', () => {
  const answer = ask('/readyz', {
    ...allHolds,
    slackReachable: () => {
      throw new Error('no socket');
    },
  });
  expect(answer).toEqual({ status: 503, body: { status: 'not ready', missing: ['slackReachable'] } });
});

test('the app is alive even when it is not ready', () => {
  expect(ask('/healthz', { ...allHolds, slackAuthorised: () => false }).status).toBe(200);
});
