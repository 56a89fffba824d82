import { firstInTime } from './first-in-time.ts';

/** The first answer within the limit, of three at most, with how long it took. */
export async function soonestAnswer<T extends { receivedAtMs: number }>(
  limitMs: number,
  ask: () => Promise<T>,
): Promise<T & { tookMs: number }> {
  const timed = async () => {
    const startedAt = performance.now();
    const answer = await ask();
    return { ...answer, tookMs: answer.receivedAtMs - startedAt };
  };
  return firstInTime(timed, ({ tookMs }) => tookMs < limitMs);
}
