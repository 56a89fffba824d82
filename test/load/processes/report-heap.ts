/** Preloaded before the app: each SIGUSR2 collects what is garbage and prints what is left. Needs `--expose-gc`. */
import { memoryUsage } from 'node:process';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { heapUsed, external } = memoryUsage();
  process.stdout.write(`heap after gc ${heapUsed + external} bytes #${++reports}\n`);
});
let reports = 0;
