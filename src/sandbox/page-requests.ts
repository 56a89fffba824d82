import { z } from 'zod';
import { closeDialog, submitDialog } from './dialog-submissions.ts';
import { type Conversation, conversationFor, type Person } from './directory.ts';
import type { Events } from './events.ts';
import { reportPress } from './interactions.ts';
import type { Message } from './message-log.ts';
import type { PageAnswer, PageRequests } from './page-state.ts';
import { presentArrived } from './present-time.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { runSlashCommand } from './slash-commands.ts';
import { createTimeTravel } from './time-travel.ts';
import { writeMessage } from './written-messages.ts';

const entry = z.object({ blockId: z.string(), actionId: z.string(), values: z.array(z.string()) });
const entries = z.array(entry);

const shapes = {
  messages: z.object({
    as: z.string(),
    conversationId: z.string(),
    text: z.string().trim().min(1).max(8000),
    threadTs: z.string().optional(),
  }),
  presses: z.object({
    as: z.string(),
    place: z.union([z.object({ messageTs: z.string() }), z.object({ viewId: z.string() })]),
    pressed: entry,
    entries,
  }),
  submissions: z.object({ as: z.string(), entries }),
  closings: z.object({ as: z.string(), all: z.boolean() }),
  openings: z.object({ as: z.string(), tab: z.enum(['home', 'messages']) }),
  exchanges: z.object({ as: z.string(), id: z.int() }),
  readings: z.object({ as: z.string(), conversationId: z.string() }),
  clock: z.object({ as: z.string(), move: z.enum(['day', 'week', 'next']) }),
} satisfies { [Name in keyof PageRequests]: z.ZodType<PageRequests[Name]> };

type Name = keyof PageRequests;
type Answers = {
  [N in Name]: (asked: PageRequests[N], person: Person) => Promise<PageAnswer> | PageAnswer;
};

/** Does what the page asks on behalf of a person; nothing when it is not one of the things it may ask. */
export function createPageRequests(context: SandboxContext, events: Events) {
  const timeTravel = createTimeTravel(context);
  const answers: Answers = {
    async messages({ conversationId, text, threadTs }, person) {
      const { directory, messages } = context.workspace;
      const conversation = conversationFor(directory, person, conversationId);
      if (!conversation) return { failure: 'channel_not_found' };
      const root = threadTs === undefined ? null : threadRoot(messages.find(threadTs), conversation);
      if (root === undefined) return { failure: 'no_longer_there' };
      const written = { typed: text, person, conversation, root };
      if (text.startsWith('/')) await runSlashCommand(written, context);
      else await writeMessage(written, context, events);
      return {};
    },
    async presses(press, person) {
      const failure = await reportPress(press, person, context);
      return failure ? { failure } : {};
    },
    submissions: ({ entries: entered }, person) => submitDialog(entered, person, context),
    async closings({ all }, person) {
      await closeDialog(all, person, context);
      return {};
    },
    openings({ tab }, person) {
      events.homeOpened(tab, person);
      return {};
    },
    exchanges({ id }) {
      const found = context.exchanges.find(id);
      return found
        ? { exchange: { sent: found.sent, answered: found.answered } }
        : { failure: 'no_longer_there' };
    },
    readings({ conversationId }, person) {
      context.workspace.read(person, conversationId);
      return {};
    },
    clock: async ({ move }) => ({
      arrived: presentArrived(await timeTravel.move(move), context.workspace.directory),
    }),
  };
  return async (name: string, body: string): Promise<PageAnswer | undefined> => {
    if (!Object.hasOwn(shapes, name)) return undefined;
    const asked = shapes[name as Name].safeParse(jsonOrNothing(body));
    const person = context.workspace.directory.people.find(({ handle }) => handle === asked.data?.as);
    if (!asked.success || !person) return undefined;
    const answer = answers[name as Name] as (asked: unknown, person: Person) => Promise<PageAnswer>;
    return answer(asked.data, person);
  };
}

/** What everybody in the conversation sees can begin a thread, and nothing that stands in one. */
function threadRoot(message: Message | undefined, { id }: Conversation): Message | undefined {
  const begins = message?.conversationId === id && message.visibleTo === null && message.threadTs === null;
  return begins ? message : undefined;
}

function jsonOrNothing(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
