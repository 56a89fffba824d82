import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 30_000;
const pauseMs = 250;

/** What PostgreSQL and the network answer while a server starts, stops or recovers; none says that work was done. */
const passing = new Set(['57P03', '57P01', '57P02', '08001', '08006', 'ECONNREFUSED', 'ECONNRESET']);

/** Tries again while the server is not up yet, as when both start together or it recovers from a crash. */
export async function whenServerIsUp<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAtMs = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (!code || !passing.has(code) || Date.now() > giveUpAtMs) throw error;
      await wait(pauseMs);
    }
  }
}
