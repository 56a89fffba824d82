import { expect, it } from 'vitest';
import { fitAbstention } from '../../knowledge/fit-abstention.ts';
import { knowledge } from '../evidence/questions/index-for-test.ts';

it('fitting the gate again gives the weights that are written', () => {
  const { intercept, weights } = knowledge.abstention.model;
  expect(fitAbstention()).toEqual({ intercept, weights });
}, 120_000);
