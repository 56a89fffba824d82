import { initialIsOffered } from './cross-rules.ts';
import {
  address,
  anyText,
  choice,
  type Fields,
  flag,
  hidden,
  id,
  list,
  object,
  plain,
  type Shape,
  shown,
  type Table,
  typed,
  whole,
} from './rule.ts';

const confirm = object({
  required: { text: anyText(300) },
  optional: { title: plain(100), confirm: plain(30), deny: plain(30), style: choice('primary', 'danger') },
});

// Slack's pages allow a value of 150 characters, the comment in its types 75.
const option = (text = plain(75), more: Fields = {}) =>
  object({ required: { text, value: hidden(75) }, optional: { description: plain(75), ...more } });

const menuOption = option();
const tickOption = option(anyText(75));

const actionable: Fields = { action_id: id };
const askable: Fields = { ...actionable, focus_on_load: flag };
const confirmable: Fields = { ...actionable, confirm };
const choosable: Fields = { ...askable, confirm };
const menu: Fields = { ...choosable, placeholder: plain(150) };
const severalMenu: Fields = { ...menu, max_selected_items: whole(1, 100) };
const typing: Fields = {
  ...askable,
  placeholder: plain(150),
  dispatch_action_config: object({
    optional: { trigger_actions_on: list(choice('on_enter_pressed', 'on_character_entered'), 1, 2) },
  }),
};

const groups = list(object({ required: { label: plain(75), options: list(menuOption, 1, 100) } }), 1, 100);
const offered: Pick<Shape, 'anyOf' | 'notTogether' | 'between'> = {
  anyOf: ['options', 'option_groups'],
  notTogether: ['options', 'option_groups'],
  between: [initialIsOffered],
};
const filter = object({
  optional: {
    include: list(choice('im', 'mpim', 'private', 'public'), 1, 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
});
const conversations: Fields = { filter, default_to_current_conversation: flag };
const label = { accessibility_label: shown(75) };
const style = choice('primary', 'danger');
const feedback = object({ required: { text: plain(75), value: hidden(2000) }, optional: label });
const number = hidden(255, /^-?\d+(\.\d+)?$/);
const day = hidden(10, /^\d{4}-\d{2}-\d{2}$/);
const time = hidden(5, /^([01]\d|2[0-3]):[0-5]\d$/);

/** What can be pressed, chosen or filled in, and the image that stands beside text. */
export const elements: Table = {
  button: {
    required: { text: plain(75) },
    optional: { ...confirmable, ...label, value: hidden(2000), url: address, style },
  },
  checkboxes: {
    required: { options: list(tickOption, 1, 10) },
    optional: { ...choosable, initial_options: list(tickOption, 1, 10) },
    between: [initialIsOffered],
  },
  radio_buttons: {
    required: { options: list(tickOption, 1, 10) },
    optional: { ...choosable, initial_option: tickOption },
    between: [initialIsOffered],
  },
  overflow: {
    required: { options: list(option(plain(75), { url: address }), 1, 5) },
    optional: confirmable,
  },
  datepicker: { optional: { ...menu, initial_date: day } },
  timepicker: { optional: { ...menu, initial_time: time, timezone: hidden(255) } },
  datetimepicker: { optional: { ...choosable, initial_date_time: whole(1_000_000_000, 9_999_999_999) } },
  static_select: {
    optional: {
      ...menu,
      options: list(menuOption, 1, 100),
      option_groups: groups,
      initial_option: menuOption,
    },
    ...offered,
  },
  multi_static_select: {
    optional: {
      ...severalMenu,
      options: list(menuOption, 1, 100),
      option_groups: groups,
      initial_options: list(menuOption, 1, 100),
    },
    ...offered,
  },
  external_select: { optional: { ...menu, initial_option: menuOption, min_query_length: whole(0, 100) } },
  multi_external_select: {
    optional: {
      ...severalMenu,
      initial_options: list(menuOption, 1, 100),
      min_query_length: whole(0, 100),
    },
  },
  users_select: { optional: { ...menu, initial_user: id } },
  multi_users_select: { optional: { ...severalMenu, initial_users: list(id, 1, 100) } },
  channels_select: { optional: { ...menu, initial_channel: id, response_url_enabled: flag } },
  multi_channels_select: { optional: { ...severalMenu, initial_channels: list(id, 1, 100) } },
  conversations_select: {
    optional: { ...menu, ...conversations, initial_conversation: id, response_url_enabled: flag },
  },
  multi_conversations_select: {
    optional: { ...severalMenu, ...conversations, initial_conversations: list(id, 1, 100) },
  },
  plain_text_input: {
    optional: {
      ...typing,
      initial_value: shown(3000),
      multiline: flag,
      min_length: whole(0, 3000),
      max_length: whole(1, 3000),
    },
  },
  email_text_input: { optional: { ...typing, initial_value: shown(3000) } },
  url_text_input: { optional: { ...typing, initial_value: shown(3000) } },
  number_input: {
    required: { is_decimal_allowed: flag },
    optional: { ...typing, initial_value: number, min_value: number, max_value: number },
  },
  rich_text_input: {
    optional: {
      ...typing,
      initial_value: typed('block', 'rich_text'),
      min_lines: whole(1, 100),
      max_lines: whole(1, 100),
    },
  },
  feedback_buttons: {
    required: { positive_button: feedback, negative_button: feedback },
    optional: actionable,
  },
  icon_button: {
    required: { icon: hidden(75), text: plain(75) },
    optional: { ...confirmable, ...label, value: hidden(2000), visible_to_user_ids: list(id, 1, 100) },
  },
  image: {
    required: { alt_text: shown(2000) },
    optional: { image_url: address, slack_file: object({ optional: { id, url: address } }) },
    anyOf: ['image_url', 'slack_file'],
    notTogether: ['image_url', 'slack_file'],
  },
  plain_text: { required: { text: shown(3000) }, optional: { emoji: flag } },
  mrkdwn: { required: { text: shown(3000) }, optional: { verbatim: flag } },
  url: { required: { url: address, text: shown(3000) } },
};
