import type { ModalView } from '@slack/types';
import { afterEach, beforeEach } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { type BoardTalk, controlOf, filledIn } from './board-talk.ts';
import { type FollowUpApp, startFollowUpApp } from './follow-up-app.ts';

export interface FollowUpEachTest {
  /** There is one while a test runs. */
  readonly app: FollowUpApp['app'];
  readonly store: FollowUpApp['store'];
  say: BoardTalk['say'];
  shown: BoardTalk['nextMessage'];
  openedView: BoardTalk['nextDialog'];
  /** Presses the button of a message and waits for the dialog that it opens. */
  pressed(message: { blocks: unknown }, actionId: string): Promise<ModalView>;
  /** Submits a dialog with some of its fields filled in; resolves with the acknowledgement. */
  submit(view: ModalView, values: Readonly<Record<string, object>>, who?: object): Promise<Response>;
}

/** Follow-ups on a store and an app of their own for every test of a file. */
export function followUpEachTest(knowledge?: KnowledgeBase): FollowUpEachTest {
  let started: FollowUpApp | undefined;
  const running = () => {
    if (!started) throw new Error('no app runs outside a test');
    return started;
  };
  beforeEach(async () => {
    started = await startFollowUpApp([imtFollowup], knowledge);
  });
  afterEach(() => started?.stop());
  return {
    get app() {
      return running().app;
    },
    get store() {
      return running().store;
    },
    say: (text, who) => running().talk.say(text, who),
    shown: () => running().talk.nextMessage(),
    openedView: () => running().talk.nextDialog(),
    async pressed({ blocks }, actionId) {
      await running().app.press(controlOf(blocks, actionId));
      return running().talk.nextDialog();
    },
    submit: (view, values, who) => running().app.submit(filledIn(view, values), who),
  };
}
