import type { KeptAnswer, QuestionPlace } from '../../evidence/questions/question-records.ts';
import type { Reader, Tx } from '../store.ts';

const threadKeptMs = 30 * 24 * 60 * 60_000;
/** Without a thread nothing says that two questions belong together but their nearness. */
const conversationKeptMs = 30 * 60_000;

/** What an answer showed, without the question; what is older than its time goes. */
export async function keepAnswer(
  tx: Tx,
  { teamId, channelId, threadTs }: QuestionPlace,
  answer: KeptAnswer,
  { id, atMs }: { id: string; atMs: number },
): Promise<void> {
  await tx
    .deleteFrom('askedQuestion')
    .where('atMs', '<', atMs - threadKeptMs)
    .execute();
  await tx
    .insertInto('askedQuestion')
    .values({ teamId, channelId, id, threadTs, atMs, answer: JSON.stringify(answer) })
    .execute();
}

export async function findAnswer(
  reader: Reader,
  { teamId, channelId }: Pick<QuestionPlace, 'teamId' | 'channelId'>,
  id: string,
): Promise<KeptAnswer | undefined> {
  const row = await reader
    .selectFrom('askedQuestion')
    .select('answer')
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(row.answer) as KeptAnswer);
}

export async function lastUnderstood(
  reader: Reader,
  { teamId, channelId, threadTs }: QuestionPlace,
  atMs: number,
): Promise<readonly string[]> {
  const row = await reader
    .selectFrom('askedQuestion')
    .select('answer')
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .$if(threadTs !== null, (query) => query.where('threadTs', '=', threadTs))
    .where('atMs', '>=', atMs - (threadTs === null ? conversationKeptMs : threadKeptMs))
    .orderBy('atMs', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.answer) as KeptAnswer).understood : [];
}
