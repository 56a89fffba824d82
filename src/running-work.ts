/** What was acknowledged and is not answered yet. Bolt's own `stop` does not wait for it. */
export interface RunningWork {
  track<T>(work: Promise<T>): Promise<T>;
  /** Aborted once its end is waited for: whoever only waits for a better moment goes on at once. */
  ending: AbortSignal;
  /** Waits until nothing runs; false when something still did at the deadline. */
  settled(deadlineMs: number): Promise<boolean>;
}

export function createRunningWork(): RunningWork {
  const running = new Set<Promise<unknown>>();
  const ending = new AbortController();
  return {
    ending: ending.signal,
    track(work) {
      running.add(work);
      const forget = () => running.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settled(deadlineMs) {
      ending.abort();
      const deadline = AbortSignal.timeout(deadlineMs);
      const passed = new Promise<void>((resolve) => {
        deadline.addEventListener('abort', () => resolve());
      });
      while (running.size > 0 && !deadline.aborted) {
        await Promise.race([Promise.allSettled(running), passed]);
      }
      return running.size === 0;
    },
  };
}
