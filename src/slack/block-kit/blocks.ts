import { uniqueActionIds } from './cross-rules.ts';
import {
  address,
  anyText,
  choice,
  type Fields,
  flag,
  hidden,
  id,
  image,
  list,
  object,
  plain,
  type Rule,
  shown,
  type Table,
  typed,
  whole,
} from './rule.ts';
import { chartBlock, dataTableBlock, tableBlock } from './tables-and-charts.ts';

const menus = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((source) => [
  `${source}_select`,
  `multi_${source}_select`,
]);
const pickers = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', ...menus];
const inActions = ['button', 'overflow', 'datetimepicker', ...pickers];
const inSection = ['button', 'overflow', 'image', ...pickers];
const inInput = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'datetimepicker',
  ...pickers,
];

const richText = typed('block', 'rich_text');
/** Slack also documents `rich_text` and `input` here, and was seen to refuse them. */
const inContainer = ['actions', 'context', 'divider', 'header', 'image', 'section', 'table'];

const pictures: Fields = { image_url: address, slack_file: object({ optional: { id, url: address } }) };

const buttons = (most: number): Rule => list(typed('element', 'button'), 1, most);

const shapes: Table = {
  section: {
    optional: {
      text: anyText(3000),
      fields: list(anyText(2000), 1, 10),
      accessory: typed('element', ...inSection),
      expand: flag,
    },
    anyOf: ['text', 'fields'],
  },
  header: { required: { text: plain(150) }, optional: { level: whole(1, 6) } },
  context: { required: { elements: list(typed('element', 'plain_text', 'mrkdwn', 'image'), 1, 10) } },
  divider: {},
  actions: {
    required: { elements: list(typed('element', ...inActions), 1, 25) },
    between: [uniqueActionIds('elements')],
  },
  input: {
    required: { label: plain(2000), element: typed('element', ...inInput) },
    optional: { hint: plain(2000), optional: flag, dispatch_action: flag },
  },
  image: {
    required: { alt_text: shown(2000) },
    optional: { ...pictures, title: plain(2000) },
    anyOf: Object.keys(pictures),
    notTogether: Object.keys(pictures),
  },
  rich_text: {
    required: {
      elements: list(
        typed('rich', 'rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'),
        1,
        1000,
      ),
    },
  },
  markdown: { surfaces: ['message'], required: { text: shown(12_000) } },
  table: tableBlock,
  data_table: dataTableBlock,
  data_visualization: chartBlock,
  alert: {
    surfaces: ['modal'],
    required: { text: anyText(200) },
    optional: { level: choice('default', 'info', 'warning', 'error', 'success') },
  },
  card: {
    optional: {
      hero_image: image,
      icon: image,
      title: anyText(150),
      subtitle: anyText(150),
      body: anyText(200),
      subtext: anyText(200),
      actions: buttons(3),
    },
    anyOf: ['hero_image', 'title', 'actions', 'body'],
    between: [uniqueActionIds('actions')],
  },
  carousel: { surfaces: ['message', 'home'], required: { elements: list(typed('block', 'card'), 1, 10) } },
  container: {
    surfaces: ['message'],
    required: { child_blocks: list(typed('block', ...inContainer), 1, 10) },
    optional: {
      title: plain(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      icon: image,
      width: choice('narrow', 'standard', 'wide', 'full'),
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
    anyOf: ['title', 'rich_text_title'],
  },
  task_card: {
    surfaces: ['message'],
    required: {
      task_id: hidden(255),
      title: shown(3000),
      status: choice('pending', 'in_progress', 'complete', 'error'),
    },
    optional: { details: richText, output: richText, sources: list(typed('element', 'url'), 1, 100) },
  },
  plan: {
    surfaces: ['message'],
    required: { title: shown(3000) },
    optional: { tasks: list(typed('block', 'task_card'), 1, 50) },
  },
  context_actions: {
    surfaces: ['message'],
    required: { elements: list(typed('element', 'feedback_buttons', 'icon_button'), 1, 5) },
    between: [uniqueActionIds('elements')],
  },
};

/** Every block that the app may send, with its surfaces, fields and limits. `file` and `video` are not among them. */
export const blocks: Table = Object.fromEntries(
  Object.entries(shapes).map(([type, shape]) => [
    type,
    { ...shape, optional: { ...shape.optional, block_id: id } },
  ]),
);
