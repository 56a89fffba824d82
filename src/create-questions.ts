import type { KnowledgeBase } from '../knowledge/schema.ts';
import type { SlackConfig } from './config.ts';
import type { QuestionRecords } from './evidence/questions/question-records.ts';
import { readyIndex } from './evidence/questions/ready-index.ts';
import type { Log } from './log.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { createPostingClient } from './slack/create-posting-client.ts';
import { reportError } from './slack/error-report.ts';
import { createRunningWork } from './slack/running-work.ts';
import { tellPrivately } from './slack/tell-privately.ts';
import { createQuestionRecords } from './store/questions/create-question-records.ts';
import { listGapNews, returnGapNews, takeGapNews } from './store/questions/gap-news.ts';
import type { Store } from './store/store.ts';
import { gapNews } from './views/question/gap-news.ts';

export interface QuestionsOptions {
  slack: Pick<Exclude<SlackConfig, { mode: 'sandbox' }>, 'botToken' | 'apiUrl'>;
  store: Store;
  knowledge: KnowledgeBase;
  log: Log;
  now(): Date;
  newId(): string;
}

/** Questions in a running app. */
export interface Questions {
  records: QuestionRecords;
  /** Tells of gaps that were filled while nobody was told, now and once an hour. */
  start(): void;
  settled(deadlineMs: number): Promise<boolean>;
}

const tellAgainMs = 60 * 60_000;

export function createQuestions({ slack, store, knowledge, log, now, newId }: QuestionsOptions): Questions {
  const client = createPostingClient({ ...slack, logger: boltLogger(log) });
  const running = createRunningWork();
  const nowMs = () => now().getTime();
  const tell = async () => {
    try {
      for (const news of await listGapNews(store)) {
        const takenAtMs = nowMs();
        if (!(await takeGapNews(store, news, takenAtMs))) continue;
        const outcome = await tellPrivately(client, news.userId, gapNews(news, knowledge), log);
        // Of an end that nobody knows it is not tried again: to be told twice is worse than to ask once more.
        if (outcome.kind === 'refused') await returnGapNews(store, news, takenAtMs);
        if (outcome.kind !== 'sent')
          log.warn({ code: outcome.code }, 'somebody was not told that a gap is filled');
      }
    } catch (error) {
      reportError(error, 'telling of filled gaps failed', newId().slice(0, 8), log);
    }
  };
  const tellOnce = () => void running.track(tell());
  let again: NodeJS.Timeout | undefined;
  return {
    records: createQuestionRecords({ store, log, nowMs, newId, onFilled: tellOnce }),
    start() {
      readyIndex(knowledge);
      tellOnce();
      again = setInterval(tellOnce, tellAgainMs).unref();
    },
    settled(deadlineMs) {
      clearInterval(again);
      return running.settled(deadlineMs);
    },
  };
}
