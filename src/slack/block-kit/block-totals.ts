import { isObject } from './check-rule.ts';
import type { Problem } from './problem.ts';
import type { JsonObject } from './rule.ts';
import { visibleText } from './visible-text.ts';

/** Slack's pages name none; messages were refused near 13,200 (github.com/slackapi/bolt-js/issues/2509). */
const mostCharacters = 13_000;

interface Placed {
  block: JsonObject;
  path: string;
}

/** What holds for the blocks of one message or view together. */
export function checkTotals(blocks: unknown, surface: 'message' | 'view'): Problem[] {
  const placed = placedBlocks(blocks, 'blocks');
  const unique = repeatedBlockIds(placed);
  if (surface === 'view') return [...unique, ...severalInFocus(placed)];
  return [
    ...unique,
    ...tooMany(placed, ['table', 'data_table'], 1),
    ...tooMany(placed, ['data_visualization'], 2),
    ...tooLong(
      'markdown',
      placed.filter(({ block }) => block.type === 'markdown').map(({ block }) => block),
      12_000,
    ),
    ...tooLong('all', blocks, mostCharacters),
  ];
}

function placedBlocks(blocks: unknown, path: string): Placed[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block, index) => {
    if (!isObject(block)) return [];
    const at = `${path}[${index}]`;
    return [
      { block, path: at },
      ...['child_blocks', 'tasks', ...(block.type === 'carousel' ? ['elements'] : [])].flatMap((field) =>
        (Array.isArray(block[field]) ? block[field] : []).flatMap((child: unknown, position: number) =>
          isObject(child) ? [{ block: child, path: `${at}.${field}[${position}]` }] : [],
        ),
      ),
    ];
  });
}

function repeatedBlockIds(placed: readonly Placed[]): Problem[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ block: { block_id }, path }) => {
    if (block_id === undefined) return [];
    if (seen.has(block_id))
      return [{ path: `${path}.block_id`, expected: 'one that no other block has', got: 'a repeated one' }];
    seen.add(block_id);
    return [];
  });
}

function severalInFocus(placed: readonly Placed[]): Problem[] {
  return placed
    .filter(({ block }) => isObject(block.element) && block.element.focus_on_load === true)
    .slice(1)
    .map(({ path }) => ({
      path: `${path}.element.focus_on_load`,
      expected: 'one element in focus',
      got: 'another',
    }));
}

function tooMany(placed: readonly Placed[], types: readonly string[], most: number): Problem[] {
  return placed
    .filter(({ block }) => types.some((type) => type === block.type))
    .slice(most)
    .map(({ path }) => ({ path, expected: `at most ${most} ${types.join(' or ')} in all`, got: 'one more' }));
}

function tooLong(which: string, part: unknown, most: number): Problem[] {
  const length = visibleText(part).reduce((sum, text) => sum + text.length, 0);
  return length <= most
    ? []
    : [{ path: 'blocks', expected: `at most ${most} characters in ${which} blocks`, got: `${length}` }];
}
