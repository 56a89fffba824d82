import type {
  AnswerRating,
  QuestionPlace,
  ReportedAnswer,
} from '../../evidence/questions/question-records.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import type { Reader, Tx } from '../store.ts';

/** One a person and answer: who thinks again replaces what they said before. */
export async function rateAnswer(
  tx: Tx,
  { teamId, channelId, userId }: QuestionPlace,
  questionId: string,
  { verdict, reason, note, statementIds }: AnswerRating & { statementIds: readonly string[] },
  { id, atMs }: { id: string; atMs: number },
): Promise<void> {
  await tx
    .deleteFrom('answerRating')
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('questionId', '=', questionId)
    .where('userId', '=', userId)
    .execute();
  const place = placeIn('answerRating', 'note', { teamId, channelId, id });
  await tx
    .insertInto('answerRating')
    .values({
      ...{ teamId, channelId, id, questionId, userId, atMs, verdict, reason },
      statementIds: JSON.stringify(statementIds),
      note: note === null ? null : tx.sealing.seal(place, note),
    })
    .execute();
}

/** What is said to be wrong or of no help, newest first. */
export async function listReported(reader: Reader, teamId: string): Promise<ReportedAnswer[]> {
  const rows = await reader
    .selectFrom('answerRating')
    .selectAll()
    .where('teamId', '=', teamId)
    .where('verdict', '!=', 'helpful')
    .orderBy('atMs', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    verdict: row.verdict as AnswerRating['verdict'],
    reason: row.reason,
    atMs: row.atMs,
    statementIds: JSON.parse(row.statementIds),
    note: row.note === null ? null : reader.sealing.open(placeIn('answerRating', 'note', row), row.note),
  }));
}
