import type { KnowledgeBase } from '../knowledge/schema.ts';
import type { QuestionRecords } from './evidence/questions/question-records.ts';
import { readyIndex } from './evidence/questions/ready-index.ts';
import type { Log } from './log.ts';
import { createRunningWork } from './running-work.ts';
import type { ClientOf } from './slack/clients.ts';
import { reportError } from './slack/error-report.ts';
import { createQuestionRecords } from './store/questions/create-question-records.ts';
import { type GapNews, listGapNews, returnGapNews, takeGapNews } from './store/questions/gap-news.ts';
import type { Store } from './store/store.ts';
import { type News, tellNews } from './tell-news.ts';
import { gapNews } from './views/question/gap-news.ts';

export interface QuestionsOptions {
  clientOf: ClientOf;
  store: Store;
  /** As it is served at that moment. */
  knowledge(): KnowledgeBase;
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

export function createQuestions({
  clientOf,
  store,
  knowledge,
  log,
  now,
  newId,
}: QuestionsOptions): Questions {
  const running = createRunningWork();
  const nowMs = () => now().getTime();
  const news: News<GapNews> = {
    list: () => listGapNews(store),
    take: (one, atMs) => takeGapNews(store, one, atMs),
    giveBack: (one, takenAtMs) => returnGapNews(store, one, takenAtMs),
    message: (one) => gapNews(one, knowledge()),
    notTold: 'somebody was not told that a gap is filled',
  };
  const tell = async () => {
    try {
      await tellNews(news, { clientOf, log, nowMs });
    } catch (error) {
      reportError(error, 'telling of filled gaps failed', newId().slice(0, 8), log);
    }
  };
  const tellOnce = () => void running.track(tell());
  let again: NodeJS.Timeout | undefined;
  return {
    records: createQuestionRecords({ store, log, nowMs, newId, onFilled: tellOnce }),
    start() {
      // Behind the requests that wait already; whoever asks a question before has it built at once.
      setImmediate(() => readyIndex(knowledge()));
      tellOnce();
      again = setInterval(tellOnce, tellAgainMs).unref();
    },
    settled(deadlineMs) {
      clearInterval(again);
      return running.settled(deadlineMs);
    },
  };
}
