/** Milliseconds of processor time of this thread, for the guard's budget: a busy machine is no reason to refuse a text. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
