import { setTimeout as wait } from 'node:timers/promises';
import { isPassingFailure } from './passing-failure.ts';

const patienceMs = 30_000;
const pauseMs = 250;

/** Tries again while the server is not up yet, as when both start together or it recovers from a crash. */
export async function whenServerIsUp<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAtMs = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassingFailure(error) || Date.now() > giveUpAtMs) throw error;
      await wait(pauseMs);
    }
  }
}
