import {
  address,
  anyNumber,
  choice,
  type Fields,
  flag,
  hidden,
  id,
  list,
  object,
  type Table,
  typed,
  whole,
} from './rule.ts';

const style = object({
  optional: {
    bold: flag,
    code: flag,
    italic: flag,
    strike: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
});

const styled: Fields = { style };
/** Slack names no limit of its own for these: the message's does. */
const unlimited = 100_000;
const text = { is: 'string', least: 1, most: unlimited, shown: true } as const;

/** What stands inside a line of rich text. */
export const richTextPieces: Table = {
  text: { required: { text }, optional: styled },
  link: { required: { url: address }, optional: { ...styled, text, unsafe: flag } },
  user: { required: { user_id: id }, optional: styled },
  channel: { required: { channel_id: id }, optional: styled },
  usergroup: { required: { usergroup_id: id }, optional: styled },
  team: { required: { team_id: id }, optional: styled },
  broadcast: { required: { range: choice('here', 'channel', 'everyone') }, optional: styled },
  emoji: {
    required: { name: id },
    optional: { ...styled, unicode: id, url: address, skin_tone: whole(1, 6) },
  },
  date: {
    required: { timestamp: anyNumber, format: hidden(255) },
    optional: { ...styled, url: address, fallback: text },
  },
  color: { required: { value: id }, optional: styled },
};

const pieces = list(typed('piece', ...Object.keys(richTextPieces)), 0, unlimited);
const border = choice(0, 1);

/** The parts of a `rich_text` block. */
export const richTextParts: Table = {
  rich_text_section: { required: { elements: pieces } },
  rich_text_list: {
    required: {
      elements: list(typed('rich', 'rich_text_section'), 0, unlimited),
      style: choice('bullet', 'ordered'),
    },
    optional: { indent: whole(0, 8), offset: whole(0, unlimited), border },
  },
  rich_text_quote: { required: { elements: pieces }, optional: { border } },
  rich_text_preformatted: {
    required: { elements: list(typed('piece', 'text', 'link'), 0, unlimited) },
    optional: { border, language: id },
  },
};
