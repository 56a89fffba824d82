import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import { testKeys } from './key-ring.ts';

interface Ended {
  status: number | null;
  stderr: string;
  stdout: string;
}

export interface RunningApp {
  pid: number;
  /** Resolves when something on stdout matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
  signal(name: NodeJS.Signals): void;
  /** Stops reading what it prints, as when a log collector dies. */
  stopReading(): void;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm start` gives to Node: its flags, and the script. */
export const startArguments = (/^node (.+)$/.exec(packageJson.scripts.start)?.[1] ?? '').split(' ');

/** The same from the sources: what a preloaded module puts in place of a file stands in one built file no longer. */
export const sourceArguments = startArguments.with(-1, 'src/start-app.ts');

export const compileCache = join(tmpdir(), 'imt-board-compile-cache');

function newDatabaseUrl(): string {
  return `sqlite:${join(mkdtempSync(join(tmpdir(), 'imt-board-')), 'board.db')}`;
}

/** Starts the app as `npm start` does, with these variables and none of the machine's own for Slack. */
export function runApp(
  variables: Record<string, string>,
  { folder = project, nodeArguments = startArguments } = {},
): RunningApp {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: newDatabaseUrl(),
      ENCRYPTION_KEYS: testKeys,
      // A test that starts the app a tenth time compiles nothing.
      NODE_COMPILE_CACHE: compileCache,
      ...variables,
    },
  });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    for (const watch of watchers) watch();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const watch = () => {
        const found = pattern.exec(stdout);
        if (found) resolve(found);
      };
      watchers.add(watch);
      watch();
      ended.then(() => reject(new Error(`ended without printing ${pattern}: ${stderr}`)));
    });
  return {
    pid: child.pid ?? 0,
    printed,
    ended,
    signal: (name) => child.kill(name),
    stopReading: () => child.stdout.destroy(),
  };
}
