import type { EvidenceGap, QuestionPlace } from '../../evidence/questions/question-records.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import type { Reader, Tx } from '../store.ts';

/** Enough to see what is meant; the count goes on. */
const questionsKept = 20;

interface Asked {
  concepts: readonly string[];
  reason: string;
  question: string | null;
}

/** Counts a question under its concepts; one that is asked again after it was filled is open again. */
export async function noteGap(
  tx: Tx,
  { teamId, userId }: QuestionPlace,
  { concepts, reason, question }: Asked,
  { newId, atMs }: { newId(): string; atMs: number },
): Promise<void> {
  const again = await tx
    .insertInto('evidenceGap')
    .values({
      ...{
        teamId,
        id: newId(),
        concepts: JSON.stringify(concepts),
        reason,
        timesAsked: 1,
        lastAskedAtMs: atMs,
      },
      ...{ assigneeId: null, claimId: null, filledBy: null, filledAtMs: null },
    })
    .onConflict((conflict) =>
      conflict.columns(['teamId', 'concepts']).doUpdateSet(({ eb, ref }) => ({
        timesAsked: eb(ref('evidenceGap.timesAsked'), '+', 1),
        ...{ lastAskedAtMs: atMs, reason, claimId: null, filledBy: null, filledAtMs: null },
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  const asker = { askedAtMs: atMs, tellingAtMs: null };
  await tx
    .insertInto('gapAsker')
    .values({ teamId, gapId: again.id, userId, ...asker })
    .onConflict((conflict) => conflict.columns(['teamId', 'gapId', 'userId']).doUpdateSet(asker))
    .execute();
  if (question !== null) await keepQuestion(tx, { teamId, gapId: again.id, question }, { newId, atMs });
}

async function keepQuestion(
  tx: Tx,
  { teamId, gapId, question }: { teamId: string; gapId: string; question: string },
  { newId, atMs }: { newId(): string; atMs: number },
): Promise<void> {
  const { kept } = await tx
    .selectFrom('gapQuestion')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('teamId', '=', teamId)
    .where('gapId', '=', gapId)
    .executeTakeFirstOrThrow();
  if (kept >= questionsKept) return;
  const key = { teamId, channelId: '', id: newId() };
  const sealed = tx.sealing.seal(placeIn('gapQuestion', 'question', key), question);
  await tx
    .insertInto('gapQuestion')
    .values({ ...key, gapId, atMs, question: sealed })
    .execute();
}

/** Most asked first. */
export async function listGaps(
  reader: Reader,
  teamId: string | null,
  which: 'open' | 'all',
): Promise<(EvidenceGap & { teamId: string })[]> {
  const gaps = await reader
    .selectFrom('evidenceGap')
    .selectAll()
    .$if(teamId !== null, (query) => query.where('teamId', '=', teamId ?? ''))
    .$if(which === 'open', (query) => query.where('claimId', 'is', null))
    .orderBy('timesAsked', 'desc')
    .orderBy('lastAskedAtMs', 'desc')
    .orderBy('id')
    .execute();
  const questions = await reader
    .selectFrom('gapQuestion')
    .selectAll()
    .$if(teamId !== null, (query) => query.where('teamId', '=', teamId ?? ''))
    .orderBy('atMs', 'desc')
    .execute();
  return gaps.map(({ filledBy: _by, filledAtMs: _at, concepts, ...gap }) => ({
    ...gap,
    concepts: JSON.parse(concepts),
    questions: questions
      .filter(({ gapId, teamId: of }) => gapId === gap.id && of === gap.teamId)
      .map((row) => reader.sealing.open(placeIn('gapQuestion', 'question', row), row.question)),
  }));
}

export async function assignGap(tx: Tx, teamId: string, gapId: string, assigneeId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evidenceGap')
    .set({ assigneeId })
    .where('teamId', '=', teamId)
    .where('id', '=', gapId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** How many people wait to be told; null when it is filled already or not there. */
export async function fillGap(
  tx: Tx,
  teamId: string,
  gapId: string,
  { claimId, by, atMs }: { claimId: string; by: string; atMs: number },
): Promise<number | null> {
  const { numUpdatedRows } = await tx
    .updateTable('evidenceGap')
    .set({ claimId, filledBy: by, filledAtMs: atMs })
    .where('teamId', '=', teamId)
    .where('id', '=', gapId)
    .where('claimId', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return null;
  const { waiting } = await tx
    .selectFrom('gapAsker')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('teamId', '=', teamId)
    .where('gapId', '=', gapId)
    .where('tellingAtMs', 'is', null)
    .executeTakeFirstOrThrow();
  return waiting;
}
