import { imtFollowup } from '../../commands/imt-followup.ts';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { Command } from '../../src/command.ts';
import { type BoardTalk, createBoardTalk } from './board-talk.ts';
import { type FollowUpStore, openFollowUpStore } from './follow-up-store.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

export interface FollowUpApp {
  app: TestApp;
  store: FollowUpStore;
  talk: BoardTalk;
  stop(): Promise<void>;
}

/** A test app on a real store of its own. */
export async function startFollowUpApp(
  commands: readonly Command[] = [imtFollowup],
  knowledge?: KnowledgeBase,
): Promise<FollowUpApp> {
  const store = await openFollowUpStore();
  const app = await startTestApp(commands, knowledge, { followUps: store.records });
  return {
    ...{ app, store, talk: createBoardTalk(app) },
    async stop() {
      await app.stop();
      await store.close();
    },
  };
}
