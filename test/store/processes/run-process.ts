import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What a hundred processes would compile a hundred times.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'imt-board-compile-cache');

export interface RunningProcess {
  /** Whole lines that it has printed so far. */
  lines(): string[];
  /** Resolves when it has printed this many lines, or has ended. */
  printedLines(count: number): Promise<void>;
  /** Lets a process go on that waits at `startSignal`. */
  go(): void;
  kill(): void;
  ended: Promise<{ status: number | null; lines: string[]; stderr: string }>;
}

/** Runs a script as a process of its own. */
export function runProcess(script: URL, ...words: string[]): RunningProcess {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(script),
    ...words,
  ]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const lines = () => stdout.split('\n').slice(0, -1);
  const ended = new Promise<{ status: number | null; lines: string[]; stderr: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, lines: lines(), stderr }));
  });
  return {
    lines,
    ended,
    go: () => child.stdin.write('go\n'),
    kill: () => child.kill('SIGKILL'),
    printedLines: (count) =>
      new Promise((resolve) => {
        const look = () => lines().length >= count && resolve();
        child.stdout.on('data', look);
        child.on('close', () => resolve());
        look();
      }),
  };
}

/** Lets them all go once the last is ready; resolves with what each printed when all have ended. */
export async function runTogether(processes: readonly RunningProcess[]) {
  await Promise.all(processes.map((one) => one.printedLines(1)));
  for (const one of processes) one.go();
  const ends = await Promise.all(processes.map(({ ended }) => ended));
  return ends.map((end) => ({ ...end, lines: end.lines.slice(1) }));
}
