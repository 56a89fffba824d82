import { checkTotals } from './block-totals.ts';
import { blocks } from './blocks.ts';
import { checkRule, isObject } from './check-rule.ts';
import { type Problem, shapeOf } from './problem.ts';
import { flag, hidden, id, list, plain, type Rule, type Shape, type Surface, shown, typed } from './rule.ts';

export { describeProblems, type Problem } from './problem.ts';

const anyBlock = typed('block', ...Object.keys(blocks));

// Slack takes more, but was seen to post a longer text as several messages.
const messageText = shown(4000);
const messageBlocks = list(anyBlock, 0, 50);

const viewFields = { private_metadata: hidden(3000), callback_id: id, external_id: id };
const viewBlocks = list(anyBlock, 1, 100);
const views: Readonly<Record<'modal' | 'home', Shape>> = {
  modal: {
    required: { title: plain(24), blocks: viewBlocks },
    optional: {
      ...viewFields,
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
    },
  },
  home: { required: { blocks: viewBlocks }, optional: viewFields },
};
const mostViewBytes = 250_000;

/** What Slack would refuse about a message; nothing when it is right. Never throws. */
export function validateMessage(message: { text: unknown; blocks?: unknown }): Problem[] {
  if (!isObject(message)) return [{ path: 'message', expected: 'an object', got: shapeOf(message) }];
  const check = (rule: Rule, value: unknown, path: string) => checkRule(rule, value, path, 'message');
  return [
    ...check(messageText, message.text, 'text'),
    ...(message.blocks === undefined
      ? []
      : [...check(messageBlocks, message.blocks, 'blocks'), ...checkTotals(message.blocks, 'message')]),
  ];
}

/** What Slack would refuse about a dialog or a Home tab; nothing when it is right. Never throws. */
export function validateView(view: unknown): Problem[] {
  if (!isObject(view)) return [{ path: 'view', expected: 'an object', got: shapeOf(view) }];
  const surface: Surface | null = view.type === 'modal' || view.type === 'home' ? view.type : null;
  if (surface === null) return [{ path: 'type', expected: 'modal or home', got: shapeOf(view.type) }];
  return [
    ...checkRule({ is: 'object', shape: views[surface] }, view, '', surface),
    ...checkTotals(view.blocks, 'view'),
    ...missingSubmit(view, surface),
    ...tooLarge(view),
  ];
}

function missingSubmit({ blocks, submit }: Record<string, unknown>, surface: Surface): Problem[] {
  const asks = Array.isArray(blocks) && blocks.some((block) => isObject(block) && block.type === 'input');
  return surface === 'modal' && asks && submit === undefined
    ? [{ path: 'submit', expected: 'a button to submit what is filled in', got: 'nothing' }]
    : [];
}

function tooLarge(view: unknown): Problem[] {
  const bytes = jsonBytes(view);
  return bytes <= mostViewBytes
    ? []
    : [{ path: 'view', expected: `at most ${mostViewBytes} bytes`, got: `${bytes}` }];
}

function jsonBytes(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value));
  } catch {
    // What nests deeper than the call stack is larger than any view.
    return Number.POSITIVE_INFINITY;
  }
}
