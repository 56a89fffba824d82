import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a process asked of the disk, in order, and what it acknowledged meanwhile. */
export type DiskEvent =
  | { kind: 'write'; path: string; offset: number; bytes: Buffer }
  | { kind: 'truncate'; path: string; length: number }
  | { kind: 'sync'; path: string }
  | { kind: 'acknowledged'; number: number };

/** Null when this machine can record it; else why not. */
export function cannotRecord(): string | null {
  const { status, error } = spawnSync('strace', ['-o', '/dev/null', 'true']);
  if (error) return 'strace is not installed';
  return status === 0 ? null : 'strace may not trace processes here';
}

const calls = 'trace=pwrite64,write,fdatasync,fsync,ftruncate';

/** Lets the writer commit so many times under strace, then kills it. SQLite works in the main thread, the one recorded. */
export async function recordWrites(databaseUrl: string, commits: number, mode: 'full' | 'normal') {
  const folder = mkdtempSync(join(tmpdir(), 'imt-strace-'));
  const trace = join(folder, 'trace');
  const script = fileURLToPath(new URL('../processes/commit-until-killed.ts', import.meta.url));
  const words = ['--disable-warning=ExperimentalWarning', script, databaseUrl, '0', mode];
  const options = ['-y', '-xx', '-s', '1000000', '-e', calls, '-o', trace];
  const child = spawn('strace', [...options, process.execPath, ...words]);
  const ended = new Promise((resolve) => child.once('close', resolve));
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stdout.split('\n').length > commits) resolve();
    });
    child.once('close', () => resolve());
  });
  // The process that strace started is its only child.
  for (const pid of readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' '))
    if (pid) process.kill(Number(pid), 'SIGKILL');
  await ended;
  const events = readFileSync(trace, 'latin1')
    .split('\n')
    .flatMap((line) => readEvent(line) ?? []);
  rmSync(folder, { recursive: true });
  if (events.length === 0) throw new Error(`nothing was recorded: ${stderr}`);
  return events;
}

/** A line as `pwrite64(22<path>, "bytes", 24, 32) = 24`; path and bytes are written as `\x2f`. */
function readEvent(line: string): DiskEvent | null {
  const [, call, descriptor, hexPath = '', rest = ''] = /^(\w+)\((\d+)<([^>]*)>(.*)$/.exec(line) ?? [];
  const path = bytesOf(hexPath).toString();
  if (call === 'fsync' || call === 'fdatasync') return / = 0$/.test(rest) ? { kind: 'sync', path } : null;
  if (call === 'ftruncate') return { kind: 'truncate', path, length: Number(/^, (\d+)\)/.exec(rest)?.[1]) };
  const [, hex = '', offset, written] = /^, "([^"]*)", \d+(?:, (\d+))?\)\s+= (\d+)$/.exec(rest) ?? [];
  if (written === undefined) return null;
  const bytes = bytesOf(hex).subarray(0, Number(written));
  if (call === 'pwrite64') return { kind: 'write', path, offset: Number(offset), bytes };
  return descriptor === '1' ? { kind: 'acknowledged', number: Number(bytes.toString()) } : null;
}

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
