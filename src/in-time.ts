/** What the work gives, or a rejection once it took longer than that; the work itself goes on. */
export async function inTime<T>(work: T | Promise<T>, patienceMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const patience = setTimeout(() => late.reject(new Error('not in time')), patienceMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(patience);
  }
}
