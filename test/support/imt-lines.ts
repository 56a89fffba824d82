import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a subcommand of the command line to its end; what it printed, line by line, and what on standard error. */
export function imtLines(
  words: readonly string[],
  input = '',
): { status: number | null; lines: string[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...words], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}
