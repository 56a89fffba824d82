/** What the server tells the page. The page's own modules import these types and nothing else of the server. */
export interface PageState {
  me: PagePerson;
  people: PagePerson[];
  app: { id: string; name: string };
  conversations: PageConversation[];
  commands: PageCommand[];
  messages: PageMessage[];
  /** Undermost first. */
  dialogs: PageDialog[];
  home: PageHome | null;
  /** Everybody's, so that one sees whom to become next. */
  unread: PageUnread[];
  clock: PageClock;
  /** What went between the app and Slack, oldest first; what each held is asked for. */
  exchanges: PageExchange[];
}

/** A request of one side to the other. */
export interface PageExchange {
  id: number;
  /** ISO instant, by the app's clock. */
  at: string;
  to: 'slack' | 'app';
  /** `chat.postMessage`, `response_url`, `/imt`, `block_actions` … */
  name: string;
  /** `ok`, or the word for why not. */
  outcome: string;
}

/** As JSON, for people to read. */
interface PageExchangeContent {
  sent: string;
  answered: string;
}

export interface PageUnread {
  handle: string;
  conversationId: string;
  count: number;
}

export interface PageClock {
  /** ISO instant of the app's clock at this moment. */
  at: string;
  /** IANA name. */
  timeZone: string;
  /** False: what is kept goes when the app ends. */
  keepsStore: boolean;
}

interface PagePerson {
  handle: string;
  name: string;
  role: string;
}

export interface PageConversation {
  id: string;
  kind: 'channel' | 'direct';
  name: string;
}

export interface PageCommand {
  name: string;
  description: string;
  usageHint: string;
  examples: { text: string; does: string }[];
}

export interface PageMessage {
  ts: string;
  conversationId: string;
  author: { kind: 'person' | 'app' | 'sandbox'; name: string; role: string };
  /** ISO instant. */
  at: string;
  isPrivate: boolean;
  isEdited: boolean;
  /** The message that began the thread it stands in. */
  threadTs: string | null;
  text: string;
  html: string;
}

export interface PageDialog {
  id: string;
  hash: string;
  title: string;
  submit: string | null;
  close: string;
  html: string;
}

export interface PageHome {
  id: string;
  html: string;
}

/** The names of the stream's events, each with what it carries. */
export interface StreamEvents {
  state: PageState;
  message: PageMessage;
  'message-gone': { ts: string };
  dialogs: PageDialog[];
  home: PageHome;
  unread: PageUnread[];
  clock: PageClock;
  exchange: PageExchange;
}

/** Where a button stood that was pressed. */
export type PagePlace = { messageTs: string } | { viewId: string };

export interface PageEntry {
  blockId: string;
  actionId: string;
  values: string[];
}

/** What the page may ask of the server, each as a POST to `/sandbox/NAME`; `as` is a person's handle. */
export interface PageRequests {
  messages: { as: string; conversationId: string; text: string; threadTs?: string };
  presses: { as: string; place: PagePlace; pressed: PageEntry; entries: PageEntry[] };
  submissions: { as: string; entries: PageEntry[] };
  closings: { as: string; all: boolean };
  openings: { as: string; tab: 'home' | 'messages' };
  /** The person looks at this conversation. */
  readings: { as: string; conversationId: string };
  /** What an exchange held. */
  exchanges: { as: string; id: number };
  /** Moves the app's clock on by a day, by a week, or to the next reminder of a scan. */
  clock: { as: string; move: 'day' | 'week' | 'next' };
}

export interface PageAnswer {
  /** Sentences under the inputs of a dialog, by block. */
  errors?: Record<string, string>;
  /** Slack's word for why the app did not take it. */
  failure?: string;
  /** What the app said while the clock moved: how many messages, by whose conversation (null: the channel's). */
  arrived?: { handle: string | null; count: number }[];
  exchange?: PageExchangeContent;
}
