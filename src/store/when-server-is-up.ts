import { setTimeout as wait } from 'node:timers/promises';
import { isPassingFailure } from './passing-failure.ts';

const patienceMs = 30_000;
const pauseMs = 250;

/** Told by the code of what failed, so that nobody takes the wait for a start that hangs. */
export type OnWait = (code: string) => void;

/** Tries again while the server is not up yet, as when both start together or it recovers from a crash; says so once. */
export async function whenServerIsUp<T>(work: () => Promise<T>, onWait?: OnWait): Promise<T> {
  const giveUpAtMs = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isPassingFailure(error) || Date.now() > giveUpAtMs) throw error;
      if (attempt === 1) onWait?.((error as { code?: string }).code ?? 'no connection');
      await wait(pauseMs);
    }
  }
}
