import type { MessageBlock } from '../command.ts';
import type { SlackObject } from './slack-shapes.ts';
import { interactiveTypes } from './with-block-ids.ts';

export interface FoundElement {
  blockId: string;
  /** The `input` block that it stands in, if it does. */
  input: SlackObject | undefined;
  element: SlackObject & { type: string; action_id: string };
}

/** Every element that can be pressed or filled in, however deep in blocks it stands. */
export function findElements(blocks: readonly MessageBlock[]): FoundElement[] {
  return blocks.flatMap((block) => elementsIn(block, block.block_id ?? '', undefined));
}

function elementsIn(value: unknown, blockId: string, input: SlackObject | undefined): FoundElement[] {
  if (Array.isArray(value)) return value.flatMap((inner) => elementsIn(inner, blockId, input));
  if (value === null || typeof value !== 'object') return [];
  const object = value as SlackObject;
  if (interactiveTypes.has(String(object.type)) && typeof object.action_id === 'string')
    return [{ blockId, input, element: object as FoundElement['element'] }];
  const ownId = typeof object.block_id === 'string' ? object.block_id : blockId;
  const ownInput = object.type === 'input' ? object : input;
  return Object.values(object).flatMap((inner) => elementsIn(inner, ownId, ownInput));
}
