import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRateLimiter } from '../../src/slack/rate-limits.ts';

const take = async (
  limiter: ReturnType<typeof createRateLimiter>,
  count: number,
  who = 'U1',
  where = 'T1',
) => {
  const answers: (number | null)[] = [];
  for (let nth = 0; nth < count; nth++) answers.push(await limiter.take(where, who));
  return answers;
};

it('lets a person ask up to the limit, then says in how many seconds to try again', async () => {
  const limiter = createRateLimiter({ perPerson: 3, perWorkspace: 100, windowSeconds: 60 });
  const [first, second, third, fourth] = await take(limiter, 4);
  expect([first, second, third]).toEqual([null, null, null]);
  expect(fourth).toBeGreaterThan(0);
  expect(fourth).toBeLessThanOrEqual(60);
});

it('counts each person alone, and the same id in another workspace as another person', async () => {
  const limiter = createRateLimiter({ perPerson: 1, perWorkspace: 100, windowSeconds: 60 });
  await take(limiter, 2);
  expect(await limiter.take('T1', 'U2')).toBeNull();
  expect(await limiter.take('T2', 'U1')).toBeNull();
});

it('counts a whole workspace, and what one person is refused uses up nothing of it', async () => {
  const limiter = createRateLimiter({ perPerson: 2, perWorkspace: 3, windowSeconds: 60 });
  await take(limiter, 20);
  expect(await limiter.take('T1', 'U2')).toBeNull();
  expect(await limiter.take('T1', 'U3')).toBeGreaterThan(0);
  expect(await limiter.take('T2', 'U4')).toBeNull();
});

it('lets the person go on when the window has passed', async () => {
  const limiter = createRateLimiter({ perPerson: 1, perWorkspace: 100, windowSeconds: 1 });
  await take(limiter, 2);
  await wait(1_100);
  expect(await limiter.take('T1', 'U1')).toBeNull();
});
