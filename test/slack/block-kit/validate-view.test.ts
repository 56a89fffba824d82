import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateView } from '../../../src/slack/block-kit/validate.ts';
import { dataTable, plain, raw, section, table } from './payloads.ts';

const modal = (change: object = {}) => ({
  type: 'modal',
  title: plain('Source'),
  blocks: [section('a')],
  ...change,
});
const home = (...blocks: object[]) => ({ type: 'home', blocks });
const input = (change: object = {}) => ({
  type: 'input',
  label: plain('Code'),
  element: { type: 'plain_text_input', action_id: 'code', ...change },
});
const pathsOf = (view: unknown) => validateView(view).map(({ path }) => path);

describe('a view that Slack renders has no problem', () => {
  it.each<[string, unknown]>([
    ['a dialog that shows', modal({ close: plain('Close') })],
    ['a dialog that asks', modal({ blocks: [input()], submit: plain('Send'), callback_id: 'c' })],
    ['a dialog with an alert', modal({ blocks: [{ type: 'alert', text: plain('Mind'), level: 'warning' }] })],
    ['100 blocks', modal({ blocks: Array.from({ length: 100 }, () => ({ type: 'divider' })) })],
    ['a Home with a data table', home(dataTable([[raw('a')], [raw('b')]]))],
    ['metadata of 3000 characters', modal({ private_metadata: 'x'.repeat(3000) })],
    ['a title of 24', modal({ title: plain('x'.repeat(24)) })],
  ])('%s', (_, view) => {
    expect(validateView(view)).toEqual([]);
  });
});

describe('a view that Slack refuses has its problem named by path', () => {
  it.each<[string, unknown, string]>([
    ['no view', null, 'view'],
    ['a view of another type', { type: 'message', blocks: [] }, 'type'],
    ['no title', modal({ title: undefined }), 'title'],
    ['a title of 25', modal({ title: plain('x'.repeat(25)) }), 'title.text'],
    ['a closing button of 25', modal({ close: plain('x'.repeat(25)) }), 'close.text'],
    ['101 blocks', modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }), 'blocks'],
    ['no blocks', modal({ blocks: [] }), 'blocks'],
    ['metadata of 3001 characters', modal({ private_metadata: 'x'.repeat(3001) }), 'private_metadata'],
    ['a callback_id of 256', modal({ callback_id: 'x'.repeat(256) }), 'callback_id'],
    ['questions without a button to submit', modal({ blocks: [input()] }), 'submit'],
    ['a title on the Home tab', { ...home(section('a')), title: plain('Home') }, 'title'],
    ['a table in a dialog', modal({ blocks: [table([[raw('a')]])] }), 'blocks[0].type'],
    ['a data table in a dialog', modal({ blocks: [dataTable([[raw('a')], [raw('b')]])] }), 'blocks[0].type'],
    ['an alert on the Home tab', home({ type: 'alert', text: plain('a') }), 'blocks[0].type'],
    ['markdown on the Home tab', home({ type: 'markdown', text: 'a' }), 'blocks[0].type'],
    [
      'two elements in focus',
      modal({
        blocks: [input({ focus_on_load: true }), input({ focus_on_load: true })],
        submit: plain('Send'),
      }),
      'blocks[1].element.focus_on_load',
    ],
    [
      'more than 250 kB',
      modal({ blocks: Array.from({ length: 90 }, () => section('é'.repeat(2900))) }),
      'view',
    ],
  ])('%s', (_, view, path) => {
    expect(pathsOf(view)).toContain(path);
  });

  it('and throws on no JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('modal', 'home'), (value, type) => {
        expect(Array.isArray(validateView(value))).toBe(true);
        expect(Array.isArray(validateView({ type, title: value, blocks: value }))).toBe(true);
      }),
    );
  });
});
