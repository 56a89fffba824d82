/** Right blocks of every kind, and short ways to write them. */
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const raw = (text: string) => ({ type: 'raw_text', text });
export const section = (text: string, textObject: object = mrkdwn(text), block_id?: string) => ({
  type: 'section',
  text: textObject,
  ...(block_id === undefined ? {} : { block_id }),
});
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const button = (action_id: string, change: object = {}) => ({
  type: 'button',
  text: plain('Press'),
  action_id,
  value: 'v',
  ...change,
});
export const option = (value: string, change: object = {}) => ({ text: plain(value), value, ...change });
export const options = (count: number) =>
  Array.from({ length: count }, (_, index) => option(`option ${index}`));
export const select = (offered: object[], change: object = {}) => ({
  type: 'static_select',
  action_id: 'select',
  options: offered,
  ...change,
});
export const table = (rows: object[][]) => ({ type: 'table', rows });
export const dataTable = (rows: object[][], change: object = {}) => ({
  type: 'data_table',
  caption: 'Schedules',
  rows,
  ...change,
});
export const bar = (categories: string[] = ['3', '10'], labels = categories) => ({
  type: 'data_visualization',
  title: 'EQD2 by α/β',
  chart: {
    type: 'bar',
    series: [{ name: '54 Gy', data: labels.map((label) => ({ label, value: 54 })) }],
    axis_config: { categories, x_label: 'α/β (Gy)' },
  },
});

const richText = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'bold', style: { bold: true } },
        { type: 'link', url: 'https://a.example/b', text: 'paper' },
        { type: 'user', user_id: 'U1' },
        { type: 'emoji', name: 'warning' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'item' }] }],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
  ],
};

const card = { type: 'card', title: mrkdwn('Card'), body: mrkdwn('Body'), actions: [button('card')] };
const task = { type: 'task_card', task_id: 't', title: 'Task', status: 'complete', details: richText };
const image = { type: 'image', image_url: 'https://a.example/b.png', alt_text: 'A curve' };
const feedback = {
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: { text: plain('Helpful'), value: 'good' },
  negative_button: { text: plain('Not helpful'), value: 'bad' },
};
const menus = ['users', 'channels', 'conversations', 'external'].flatMap((source) => [
  { type: `${source}_select`, action_id: source, placeholder: plain('Choose') },
  { type: `multi_${source}_select`, action_id: `multi_${source}`, max_selected_items: 2 },
]);

export const everyMessageBlock: { name: string; block: Record<string, unknown> }[] = [
  { name: 'a section', block: section('*bold*') },
  { name: 'a section of fields', block: { type: 'section', fields: [plain('a'), mrkdwn('b')] } },
  {
    name: 'a section with a button',
    block: {
      ...section('a'),
      accessory: button('a', { confirm: { text: plain('Sure?'), confirm: plain('Yes') } }),
    },
  },
  { name: 'a section with an image', block: { ...section('a'), accessory: image } },
  { name: 'a header', block: { type: 'header', text: plain('Heading') } },
  { name: 'a context', block: { type: 'context', elements: [mrkdwn('a'), plain('b'), image] } },
  { name: 'a divider', block: { type: 'divider' } },
  {
    name: 'every control of a row',
    block: actions(
      button('one', { style: 'primary', url: 'https://a.example', accessibility_label: 'Open' }),
      select(options(2), { initial_option: option('option 1') }),
      {
        type: 'static_select',
        action_id: 'grouped',
        option_groups: [{ label: plain('Group'), options: options(2) }],
      },
      { type: 'overflow', action_id: 'more', options: options(5) },
      { type: 'radio_buttons', action_id: 'radio', options: options(3) },
      { type: 'checkboxes', action_id: 'check', options: options(3), initial_options: [option('option 0')] },
      { type: 'datepicker', action_id: 'day', initial_date: '2026-11-23' },
      { type: 'timepicker', action_id: 'time', initial_time: '09:30' },
      { type: 'datetimepicker', action_id: 'instant', initial_date_time: 1_628_633_820 },
      ...menus,
    ),
  },
  {
    name: 'an input',
    block: {
      type: 'input',
      label: plain('Code'),
      hint: plain('CASE-12'),
      element: { type: 'plain_text_input', action_id: 'code', max_length: 20 },
    },
  },
  { name: 'an image', block: { ...image, title: plain('BED') } },
  { name: 'an image of Slack’s', block: { type: 'image', slack_file: { id: 'F1' }, alt_text: 'BED' } },
  { name: 'rich text', block: richText },
  { name: 'markdown', block: { type: 'markdown', text: '| a | b |' } },
  {
    name: 'a table',
    block: table([
      [raw('a'), { type: 'raw_number', value: 1, text: '1' }],
      [richText, raw('b')],
    ]),
  },
  {
    name: 'a data table',
    block: dataTable(
      [
        [raw('Schedule'), raw('Total (Gy)')],
        [raw('54/27'), { type: 'raw_number', value: 54, text: '54.0' }],
        [richText, raw('n/a')],
      ],
      { page_size: 10, row_header_column_index: 0 },
    ),
  },
  { name: 'a bar chart', block: bar() },
  {
    name: 'a pie',
    block: {
      type: 'data_visualization',
      title: 'Outcomes',
      chart: {
        type: 'pie',
        segments: [
          { label: 'Recurred', value: 5 },
          { label: 'Not', value: 1 },
        ],
      },
    },
  },
  { name: 'a card', block: card },
  { name: 'a carousel', block: { type: 'carousel', elements: [card, card] } },
  {
    name: 'a container',
    block: { type: 'container', title: plain('Box'), child_blocks: [section('inside')] },
  },
  { name: 'a task', block: task },
  { name: 'a plan', block: { type: 'plan', title: 'Plan', tasks: [task] } },
  {
    name: 'feedback buttons',
    block: {
      type: 'context_actions',
      elements: [
        feedback,
        { type: 'icon_button', action_id: 'delete', icon: 'trash', text: plain('Delete') },
      ],
    },
  },
];
