import { expect, it } from 'vitest';
import { isQuestion } from '../../src/evidence/is-question.ts';

it.each([
  'what dose did Lee use',
  'dose?',
  'Can steroids help',
  'radiotherapy for a lung tumour after surgery',
  '剂量？',
])('is a question: %s', (text) => expect(isQuestion(text)).toBe(true));

it.each(['radiotherapy', 'targeted therapy', 'is', 'the published case', 'follow-up imaging'])(
  'is no question: %s',
  (text) => expect(isQuestion(text)).toBe(false),
);
