import { expect, it } from 'vitest';
import { knowledge } from '../evidence/questions/index-for-test.ts';

const claims = [...knowledge.claims.values()];

it('every statement has two or more questions that it answers', () => {
  expect(claims.filter(({ asks }) => asks.length < 2).map(({ id }) => id)).toEqual([]);
});

it('no question stands at two statements', () => {
  const all = claims.flatMap(({ asks }) => asks.map((ask) => ask.toLowerCase()));
  expect(all.filter((ask, at) => all.indexOf(ask) !== at)).toEqual([]);
});
