/**
 * What a command and a button are: functions of their request. Slack, the local page
 * and the tests host the same ones; none of them reaches past this file into Bolt.
 */
import type { Block, KnownBlock, ModalView } from '@slack/types';
import type { KnowledgeBase } from '../knowledge/schema.ts';
import type { BoardAccess } from './access/board-access.ts';
import type { CalendarLinks } from './calendar/calendar-feeds.ts';
import type { CurationRecords } from './evidence/curation/curation-records.ts';
import type { QuestionRecords } from './evidence/questions/question-records.ts';
import type { StatementChooser } from './evidence/questions/statement-chooser.ts';
import type { FollowUpRecords } from './followup/follow-up-records.ts';

/** A block of a message; `Block` admits what Slack renders and `@slack/types` does not yet list. */
export type MessageBlock = KnownBlock | Block;

/** Who asked, and where. All ids are Slack's. */
export interface Origin {
  userId: string;
  channelId: string;
  teamId: string;
}

/** A person wherever they are, as on App Home. */
export type Person = Pick<Origin, 'userId' | 'teamId'>;

export interface CommandRequest extends Origin {
  /** What was typed behind the command's name, or written to the app, trimmed. */
  text: string;
  /** The message that the thread of a written text begins with, itself if it begins one. */
  threadTs?: string;
  /** Whether it was written in a thread that was there already. */
  inThread?: boolean;
}

export interface ActionRequest extends Origin {
  /** The value that the pressed button or the picked option carries. */
  value: string;
}

/** What commands may use. Time and chance come in here, so that a test can hold them still. */
export interface Services {
  /** The one that is served now: a request keeps to it from its beginning to its end. */
  knowledge: KnowledgeBase;
  followUps: FollowUpRecords;
  calendar: CalendarLinks;
  access: BoardAccess;
  questions: QuestionRecords;
  curation: CurationRecords;
  /** Absent unless a language model is configured. */
  chooser?: StatementChooser | undefined;
  now(): Date;
  newId(): string;
}

export interface MessageReply {
  kind: 'message';
  /** `private`: only the asker sees it. `shared`: the whole conversation does. */
  visibility: 'private' | 'shared';
  /** Read by notifications and screen readers; never carries case detail. */
  text: string;
  blocks: MessageBlock[];
  /** Takes the place of the message whose button led to it, when there is one. */
  replaces?: boolean;
  /** Follow the message when they are drawn; the message is complete without them. */
  pictures?: readonly Picture[];
  /** Follows a private message, to the asker alone. */
  file?: PrivateFile;
}

/** A text file, as an export. */
export interface PrivateFile {
  fileName: string;
  title: string;
  content: string;
}

/** A picture still to be drawn, which takes longer than an answer may. */
export interface Picture {
  title: string;
  fileName: string;
  /** What the picture shows, with its figures, for who cannot see it. */
  altText: string;
  /** A Vega-Lite specification. */
  spec: object;
}

export interface DialogReply {
  kind: 'dialog';
  view: ModalView;
}

export type Reply = MessageReply | DialogReply;

/** A button or menu that a command's replies carry. */
export interface Action {
  /** Slack's `action_id`, for example `imt.share`. */
  id: string;
  run(request: ActionRequest, services: Services): Promise<Reply>;
}

/** What was filled in, by `block_id`: a date, a user id, an option's value, ticked ones with commas, or a text; null when left empty. */
export type FormValues = Readonly<Record<string, string | null>>;

export interface FormRequest extends Origin {
  values: FormValues;
  /** The `private_metadata` that the dialog was made with. */
  privateValue: string;
}

/** Sentences by `block_id`; the dialog stays open with all that was filled in. */
export interface FieldErrors {
  kind: 'field-errors';
  errors: Readonly<Record<string, string>>;
}

/** A dialog that is submitted. A `UserError` goes under its first field. */
export interface Form {
  /** Slack's `callback_id`, which is also that of the dialog's view. */
  id: string;
  run(request: FormRequest, services: Services): Promise<Reply | FieldErrors>;
}

export interface Command {
  /** Slack's name of it, with the slash. */
  name: `/${string}`;
  /** One line for help and for the manifest's `description`. */
  description: string;
  /** The manifest's `usage_hint`. */
  usageHint: string;
  /** What can be typed, each with what it does; shown by help and by the composer. */
  examples: readonly { text: string; does: string }[];
  run(request: CommandRequest, services: Services): Promise<Reply>;
  /** First words that it knows: only these of what was typed stand in the audit record. */
  words?: readonly string[];
  /**
   * What of a typed text the command does not read as an argument of its own; without it, all is screened for
   * identifiers. Such a command takes no prose unless it takes messages, so what would be asked about elsewhere is
   * refused.
   */
  freeText?(text: string): string;
  /** What to write instead of a text that was refused for a date, where the command knows what is wrong with it. */
  insteadOfDate?(text: string): string | null;
  /** The same as `freeText` of one field of its forms, by `block_id`. */
  freeField?(text: string, field: string): string;
  actions: readonly Action[];
  /** Texts written to the app, by direct message, mention or shortcut, are run as if typed behind this command. */
  takesMessages?: boolean;
  /** What App Home shows a person of it, above the commands. */
  home?(person: Person, services: Services): Promise<MessageBlock[]>;
  forms?: readonly Form[];
}
