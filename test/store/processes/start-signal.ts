import { once } from 'node:events';

/** In a process of a test: says that it is ready, and waits until the test lets all go at the same moment. */
export async function startSignal(): Promise<void> {
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  process.stdin.destroy();
}
