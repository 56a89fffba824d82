import { describe, expect, it } from 'vitest';
import type { MessageBlock } from '../../src/command.ts';
import { findElements } from '../../src/sandbox/find-elements.ts';
import { withBlockIds } from '../../src/sandbox/with-block-ids.ts';

const button = { type: 'button', text: { type: 'plain_text', text: 'Press' } };
const blocks = [
  { type: 'section', block_id: 'named', text: { type: 'mrkdwn', text: 'x' }, accessory: button },
  { type: 'actions', elements: [{ ...button, action_id: 'mine' }, button] },
  { type: 'container', child_blocks: [{ type: 'actions', elements: [button] }] },
  { type: 'input', block_id: 'asked', element: { type: 'plain_text_input', action_id: 'words' } },
] as MessageBlock[];

describe('blocks that the app left unnamed', () => {
  let ids = 0;
  const named = withBlockIds(blocks, () => `id${++ids}`);
  const found = findElements(named);

  it('get names, and keep those that they have', () => {
    expect(named[0]?.block_id).toBe('named');
    expect(found.map(({ element }) => element.type)).toEqual([
      'button',
      'button',
      'button',
      'button',
      'plain_text_input',
    ]);
    expect(found[1]?.element.action_id).toBe('mine');
  });

  it('can be told apart, block and element, however deep they stand', () => {
    const names = found.map(({ blockId, element }) => `${blockId} ${element.action_id}`);
    expect(names.every((name) => /^\S+ \S+$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(found[3]?.blockId).not.toBe(named[2]?.block_id);
  });

  it('keep with an element the input that it stands in', () => {
    expect(found.map(({ input }) => input?.block_id)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'asked',
    ]);
  });
});
