import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../../src/slack/block-kit/validate.ts';
import {
  actions,
  bar,
  button,
  dataTable,
  everyMessageBlock,
  option,
  options,
  plain,
  raw,
  section,
  select,
  table,
} from './payloads.ts';

const pathsOf = (blocks: unknown) => validateMessage({ text: 'IMT', blocks }).map(({ path }) => path);

const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a message that Slack renders has no problem', () => {
  it.each(everyMessageBlock)('with $name', ({ block }) => {
    expect(validateMessage({ text: 'IMT', blocks: [block] })).toEqual([]);
  });

  it.each([
    ['with text alone', undefined],
    ['with an empty list of blocks', []],
    ['with 50 blocks', times(50, () => ({ type: 'divider' }))],
    ['with a section of 3000 characters', [section(long(3000))]],
    ['with a header of 150', [{ type: 'header', text: plain(long(150)) }]],
    ['with 25 buttons in a row', [actions(...times(25, (index) => button(`b${index}`)))]],
    ['with 100 options', [actions(select(options(100)))]],
    ['with a data table of 100 rows under its header', [dataTable(times(101, () => [raw('a')]))]],
    ['with a data table of 20 columns', [dataTable(times(2, () => times(20, () => raw('a'))))]],
    ['with two charts', [bar(), bar()]],
    ['with the same action_id in two blocks', [actions(button('a')), actions(button('a'))]],
    ['with 13,000 characters', times(5, () => section(long(2600)))],
  ])('%s', (_, blocks) => {
    expect(pathsOf(blocks)).toEqual([]);
  });
});

describe('a message that Slack refuses has its problem named by path', () => {
  const tooLongCells = [[raw('a')], ...times(4, () => [raw(long(2500))])];
  const oneBut = (change: object) => [{ ...bar(), ...change }];

  it.each<[name: string, blocks: unknown, path: string]>([
    ['51 blocks', times(51, () => ({ type: 'divider' })), 'blocks'],
    ['blocks that are no list', 'divider', 'blocks'],
    ['a block that is null', [null], 'blocks[0]'],
    ['no type', [{}], 'blocks[0].type'],
    ['an unknown block', [{ type: 'divider' }, { type: 'no_such_block' }], 'blocks[1].type'],
    ['a type from the prototype', [{ type: 'constructor' }], 'blocks[0].type'],
    ['a type that is a list', [{ type: ['divider'] }], 'blocks[0].type'],
    ['a type that cannot be written as text', [{ type: { toString: 1, valueOf: 1 } }], 'blocks[0].type'],
    ['a field that no block has', [{ ...section('a'), txt: 'b' }], 'blocks[0].txt'],
    ['an alert, which is for dialogs', [{ type: 'alert', text: plain('a') }], 'blocks[0].type'],
    ['a section without text or fields', [{ type: 'section' }], 'blocks[0]'],
    ['an empty text', [section('')], 'blocks[0].text.text'],
    ['a blank text', [section('  \n ')], 'blocks[0].text.text'],
    ['a text of 3001', [section(long(3001))], 'blocks[0].text.text'],
    ['a text that is a bare string', [{ type: 'section', text: 'a' }], 'blocks[0].text'],
    [
      'a field of 2001',
      [{ type: 'section', fields: [plain('a'), plain(long(2001))] }],
      'blocks[0].fields[1].text',
    ],
    ['11 fields', [{ type: 'section', fields: times(11, () => plain('a')) }], 'blocks[0].fields'],
    ['mrkdwn in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }], 'blocks[0].text'],
    ['a header of 151', [{ type: 'header', text: plain(long(151)) }], 'blocks[0].text.text'],
    ['verbatim in plain text', [section('a', { ...plain('a'), verbatim: true })], 'blocks[0].text.verbatim'],
    [
      '11 parts of a context',
      [{ type: 'context', elements: times(11, () => plain('a')) }],
      'blocks[0].elements',
    ],
    ['a button in a context', [{ type: 'context', elements: [button('a')] }], 'blocks[0].elements[0].type'],
    ['no buttons', [actions()], 'blocks[0].elements'],
    ['26 buttons', [actions(...times(26, (index) => button(`b${index}`)))], 'blocks[0].elements'],
    ['a text input among buttons', [actions({ type: 'plain_text_input' })], 'blocks[0].elements[0].type'],
    ['a button of 76', [actions(button('a', { text: plain(long(76)) }))], 'blocks[0].elements[0].text.text'],
    ['a button value of 2001', [actions(button('a', { value: long(2001) }))], 'blocks[0].elements[0].value'],
    ['a colour of no button', [actions(button('a', { style: 'green' }))], 'blocks[0].elements[0].style'],
    ['an action_id of 256', [actions(button(long(256)))], 'blocks[0].elements[0].action_id'],
    ['an action_id twice in a block', [actions(button('a'), button('a'))], 'blocks[0].elements[1].action_id'],
    [
      'a confirmation of 301',
      [actions(button('a', { confirm: { text: plain(long(301)) } }))],
      'blocks[0].elements[0].confirm.text.text',
    ],
    [
      'a confirming button of 31',
      [actions(button('a', { confirm: { text: plain('a'), deny: plain(long(31)) } }))],
      'blocks[0].elements[0].confirm.deny.text',
    ],
    ['101 options', [actions(select(options(101)))], 'blocks[0].elements[0].options'],
    ['a menu without options', [actions({ type: 'static_select' })], 'blocks[0].elements[0]'],
    [
      'an option of 76',
      [actions(select([option('a', { text: plain(long(76)) })]))],
      'blocks[0].elements[0].options[0].text.text',
    ],
    [
      'an option value of 76',
      [actions(select([option(long(76), { text: plain('a') })]))],
      'blocks[0].elements[0].options[0].value',
    ],
    [
      'a placeholder of 151',
      [actions(select(options(1), { placeholder: plain(long(151)) }))],
      'blocks[0].elements[0].placeholder.text',
    ],
    [
      'a first choice that is not offered',
      [actions(select(options(2), { initial_option: option('other') }))],
      'blocks[0].elements[0].initial_option',
    ],
    [
      '6 entries in an overflow menu',
      [actions({ type: 'overflow', options: options(6) })],
      'blocks[0].elements[0].options',
    ],
    [
      '11 radio buttons',
      [actions({ type: 'radio_buttons', options: options(11) })],
      'blocks[0].elements[0].options',
    ],
    [
      'a day that is no date',
      [actions({ type: 'datepicker', initial_date: '5.1.26' })],
      'blocks[0].elements[0].initial_date',
    ],
    ['a block_id of 256', [{ type: 'divider', block_id: long(256) }], 'blocks[0].block_id'],
    [
      'a block_id twice',
      [section('a', undefined, 'id'), section('b', undefined, 'id')],
      'blocks[1].block_id',
    ],
    [
      'a block_id twice, once inside a container',
      [
        section('a', undefined, 'id'),
        { type: 'container', title: plain('t'), child_blocks: [section('b', undefined, 'id')] },
      ],
      'blocks[1].child_blocks[0].block_id',
    ],
    [
      'rich text in a container',
      [{ type: 'container', title: plain('t'), child_blocks: [{ type: 'rich_text', elements: [] }] }],
      'blocks[0].child_blocks[0].type',
    ],
    [
      'an image without its text',
      [{ type: 'image', image_url: 'https://a.example/b.png' }],
      'blocks[0].alt_text',
    ],
    ['an image from nowhere', [{ type: 'image', alt_text: 'a' }], 'blocks[0]'],
    ['markdown of 12,001', [{ type: 'markdown', text: long(12_001) }], 'blocks[0].text'],
    ['markdown of 12,002 in two blocks', times(2, () => ({ type: 'markdown', text: long(6001) })), 'blocks'],
    ['two tables', [table([[raw('a')]]), dataTable([[raw('a')], [raw('b')]])], 'blocks[1]'],
    ['an empty cell in a table', [table([[raw('a'), raw('')]])], 'blocks[0].rows[0][1].text'],
    ['an empty cell in a data table', [dataTable([[raw('a')], [raw('')]])], 'blocks[0].rows[1][0].text'],
    ['101 rows in a table', [table(times(101, () => [raw('a')]))], 'blocks[0].rows'],
    [
      'a data table of 101 rows under its header',
      [dataTable(times(102, () => [raw('a')]))],
      'blocks[0].rows',
    ],
    ['a data table with nothing under its header', [dataTable([[raw('a')]])], 'blocks[0].rows'],
    ['21 columns', [dataTable(times(2, () => times(21, () => raw('a'))))], 'blocks[0].rows[0]'],
    ['a row shorter than the header', [dataTable([[raw('a'), raw('b')], [raw('c')]])], 'blocks[0].rows[1]'],
    [
      'rich text in the header',
      [
        dataTable([
          [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
          [raw('c')],
        ]),
      ],
      'blocks[0].rows[0][0]',
    ],
    ['10,001 characters of cells', [dataTable(tooLongCells)], 'blocks[0].rows'],
    ['a number without its text', [table([[{ type: 'raw_number', value: 1 }]])], 'blocks[0].rows[0][0].text'],
    ['no caption', [{ ...dataTable([[raw('a')], [raw('b')]]), caption: '' }], 'blocks[0].caption'],
    ['a page of 101 rows', [dataTable([[raw('a')], [raw('b')]], { page_size: 101 })], 'blocks[0].page_size'],
    [
      'a row header beyond the columns',
      [dataTable([[raw('a')], [raw('b')]], { row_header_column_index: 1 })],
      'blocks[0].row_header_column_index',
    ],
    ['three charts', [bar(), bar(), bar()], 'blocks[2]'],
    ['21 points', [bar(times(21, (index) => `c${index}`))], 'blocks[0].chart.series[0].data'],
    ['a category without its point', [bar(['a', 'b'], ['a', 'c'])], 'blocks[0].chart.series[0].data'],
    ['a category twice', [bar(['a', 'a'])], 'blocks[0].chart.axis_config.categories[1]'],
    ['a chart title of 51', oneBut({ title: long(51) }), 'blocks[0].title'],
    [
      'an empty slice',
      oneBut({ chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } }),
      'blocks[0].chart.segments[0].value',
    ],
    ['a chart of no kind', oneBut({ chart: { type: 'scatter' } }), 'blocks[0].chart.type'],
    ['13,001 characters in all', [...times(5, () => section(long(2600))), section('x')], 'blocks'],
  ])('%s', (_, blocks, path) => {
    expect(pathsOf(blocks)).toContain(path);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['blank', '  '],
    ['over 4000 characters', long(4001)],
    ['a number', 7],
  ])('a top-level text that is %s', (_, text) => {
    const problems = validateMessage({ text, blocks: [{ type: 'divider' }] });
    expect(problems.map(({ path }) => path)).toEqual(['text']);
  });
});
