import type { QuestionRecords } from '../../evidence/questions/question-records.ts';
import type { Log } from '../../log.ts';
import { measure } from '../../measure.ts';
import type { Store } from '../store.ts';
import { listReported, rateAnswer } from './answer-ratings.ts';
import { findAnswer, keepAnswer, lastUnderstood } from './asked-questions.ts';
import { assignGap, fillGap, listGaps, noteGap } from './evidence-gaps.ts';

interface Parts {
  store: Store;
  log: Pick<Log, 'error'>;
  nowMs(): number;
  newId(): string;
  /** Called when a gap was filled and somebody is to be told. */
  onFilled(): void;
}

/** What commands need of the store for questions. What is only remembered never costs the answer. */
export function createQuestionRecords({ store, log, nowMs, newId, onFilled }: Parts): QuestionRecords {
  const orElse = async <T>(otherwise: T, what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const { name, code } = error as { name?: string; code?: unknown };
      log.error({ name, code }, what);
      return otherwise;
    }
  };
  return {
    keep(place, answer) {
      // A topic that was opened is kept, too, for what the thread is about; it shows no statement as an answer.
      const opened = answer.outcome === 'answered' && answer.statementIds.length === 0;
      measure({ kind: 'question', outcome: opened ? 'topic' : answer.outcome });
      return orElse(null, 'an answer could not be kept: it goes out without its buttons', async () => {
        const id = newId();
        await store.transaction((tx) => keepAnswer(tx, place, answer, { id, atMs: nowMs() }));
        return id;
      });
    },
    find: (place, id) => findAnswer(store.db, place, id),
    understoodBefore: (place) =>
      orElse([], 'the topic of a thread could not be read', async () =>
        lastUnderstood(store.db, place, nowMs()),
      ),
    rate: (place, questionId, rating) =>
      store.transaction((tx) => rateAnswer(tx, place, questionId, rating, { id: newId(), atMs: nowMs() })),
    noteGap: (place, gap) =>
      orElse(false, 'a gap could not be noted', async () => {
        await store.transaction((tx) => noteGap(tx, place, gap, { newId, atMs: nowMs() }));
        return true;
      }),
    gaps: (teamId, which) => listGaps(store.db, teamId, which),
    reported: (teamId) => listReported(store.db, teamId),
    assign: (teamId, gapId, assigneeId) =>
      store.transaction((tx) => assignGap(tx, teamId, gapId, assigneeId)),
    async fill(teamId, gapId, { claimId, by }) {
      const filled = { claimId, by, atMs: nowMs() };
      const waiting = await store.transaction((tx) => fillGap(tx, teamId, gapId, filled));
      if (waiting) onFilled();
      return waiting;
    },
  };
}
