import { describe, expect, test } from 'vitest';
import { carryTopic } from '../../../src/evidence/questions/carry-topic.ts';
import { readyIndex } from '../../../src/evidence/questions/ready-index.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const index = readyIndex(loadKnowledge(new URL('../../../knowledge/', import.meta.url)));
const inThread = (text: string, ...before: string[]) => carryTopic(text, before, index, 'thread');
const following = (text: string, ...before: string[]) => carryTopic(text, before, index, 'conversation');

describe('a question that leans on the one before', () => {
  test.each([
    ['and the dose?', 'the dose radiotherapy'],
    ['What about recurrence?', 'recurrence radiotherapy'],
    ['is it effective?', 'is it effective radiotherapy'],
  ])('%j keeps what that was about', (text, carried) => {
    expect(inThread(text, 'radiotherapy')).toBe(carried);
    expect(following(text, 'radiotherapy')).toBe(carried);
  });

  test('puts another treatment in place of the one before, and keeps the rest', () => {
    expect(following('and crizotinib?', 'radiotherapy', 'ROS1')).toBe('crizotinib ROS1');
  });

  test('that names nothing of its own keeps the topic in a thread only', () => {
    expect(inThread('recurrence rate', 'radiotherapy')).toBe('recurrence rate radiotherapy');
    expect(following('recurrence rate', 'radiotherapy')).toBeNull();
  });

  test('that stands alone, or has no word to look up, is left as it is', () => {
    expect(inThread('ROS1 frequency in children?', 'radiotherapy')).toBeNull();
    expect(inThread('and thanks for that', 'radiotherapy')).toBeNull();
    expect(inThread('and the dose?')).toBeNull();
  });
});
