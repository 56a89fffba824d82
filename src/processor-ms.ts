/**
 * Milliseconds of processor time of this thread, for the guard's budget: a busy machine is no reason to refuse a text.
 * Linux counts it in ticks of some milliseconds, unless the time of the process was asked for just before.
 */
export function processorMs(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
