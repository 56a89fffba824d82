import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { createReminders, type Reminders } from '../../src/create-reminders.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { createLog } from '../../src/log.ts';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { createFollowUpRecords } from '../../src/store/follow-up-records.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { peopleForTest } from './clients-for-test.ts';
import { testKeyRing } from './key-ring.ts';
import { type ReminderStandIn, startReminderStandIn } from './reminder-stand-in.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

type Posted = ReminderStandIn['posted'][number];

export interface ReminderApp {
  app: TestApp;
  slack: ReminderStandIn;
  store: Store;
  records: FollowUpRecords;
  reminders: Reminders;
  log: Record<string, unknown>[];
  /** Who may not see the board any more, as far as reminders go. */
  shutOut: Set<string>;
  /** What the command answers, as JSON. */
  say(text: string, userId?: string): Promise<string>;
  /** Presses a button of a posted reminder, or picks from its menu, and fills in the dialog that opens. */
  act(message: Posted, actionId: string, values: object, userId?: string): Promise<string>;
  /** Moves the clock to an instant and lets the app deliver. */
  tickAt(instant: string): Promise<void>;
  /** What people were sent as direct messages, in order. */
  told(): Posted[];
}

/** The real app with a real store and a clock that only the test moves; Slack is played by two stand-ins. */
export async function startReminderApp(startsAt: string): Promise<ReminderApp> {
  let now = new Date(startsAt);
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  const store = await openStore(`sqlite:${join(folder, 'board.db')}`, testKeyRing);
  const slack = await startReminderStandIn();
  const lines: string[] = [];
  const shutOut = new Set<string>();
  const reminders = createReminders({
    ...{ reminderTick: '* * * * *', ...peopleForTest(slack.apiUrl, () => now.getTime()), store },
    ...{ log: createLog('info', { write: (line) => lines.push(line) }), newId: () => randomUUID() },
    ...{ now: () => now, timeZone: 'UTC', isShutOut: async (_, userId) => shutOut.has(userId) },
  });
  const records = createFollowUpRecords(store, 'UTC', reminders.planner);
  const app = await startTestApp([imtFollowup], undefined, { followUps: records, now: () => now });
  onTestFinished(async () => {
    await app.stop();
    await reminders.stop(2_000);
    await store.close();
    await slack.close();
    rmSync(folder, { recursive: true });
  });
  const answer = async () => {
    const { body } = await app.slack.nextPost();
    expect(validateMessage({ ...body, blocks: (body.blocks ?? []) as never })).toEqual([]);
    return JSON.stringify(body);
  };
  return {
    ...{ app, slack, store, records, reminders, shutOut },
    get log() {
      return lines.map((line) => JSON.parse(line));
    },
    async say(text, userId = 'UADA') {
      await app.type('/imt-followup', text, { user_id: userId });
      return answer();
    },
    async act(message, actionId, values, userId = 'UADA') {
      const user = { id: userId, username: userId.toLowerCase(), team_id: 'T1' };
      const opened = app.slack.calls.filter(({ method }) => method === 'views.open').length;
      await app.press(elementFor(message, actionId), {
        ...{ user, channel: { id: message.channel, name: 'directmessage' } },
        response_url: app.slack.newResponseUrl(),
      });
      const views = () => app.slack.calls.filter(({ method }) => method === 'views.open');
      await expect.poll(() => views().length).toBeGreaterThan(opened);
      const view = JSON.parse(views().at(-1)?.args.view ?? '{}');
      await app.submit({ ...view, state: { values: entered(view.blocks, values) } }, { user });
      return answer();
    },
    async tickAt(instant) {
      now = new Date(instant);
      await reminders.tick();
    },
    told: () => slack.posted.filter(({ channel }) => channel.startsWith('D')),
  };
}

/** What a test reads of a block: any field of any kind of block. */
// biome-ignore lint/suspicious/noExplicitAny: Slack's own union would have to be taken apart for each field.
type AnyBlock = Record<string, any>;

/** A button of the message, or the option of its first menu that stands for it. */
function elementFor({ blocks }: Posted, actionId: string): object {
  const elements = (blocks as AnyBlock[]).flatMap((block) => [
    ...(block.elements ?? []),
    ...(block.accessory ? [block.accessory] : []),
  ]);
  const pressed = elements.find(({ action_id }) => action_id === actionId);
  if (pressed) return pressed;
  for (const menu of elements)
    for (const option of menu.options ?? [])
      if (option.value.startsWith(`${actionId} `))
        return { type: 'overflow', action_id: menu.action_id, selected_option: option };
  throw new Error(`the message has no ${actionId}`);
}

/** The state of a dialog in which these values, by block id, were entered. */
function entered(blocks: AnyBlock[], values: object): object {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, value]) => {
      const { element } = blocks.find(({ block_id }) => block_id === blockId) ?? {};
      if (!element) throw new Error(`the dialog has no ${blockId}`);
      const fieldOf: Record<string, object> = {
        datepicker: { selected_date: value },
        users_select: { selected_user: value },
        static_select: { selected_option: { value } },
      };
      const field = fieldOf[element.type] ?? { value };
      return [blockId, { [element.action_id]: { type: element.type, ...field } }];
    }),
  );
}
