import { pathToFileURL } from 'node:url';
import { kbOf } from '../../src/cli/kb.ts';
import { UsageError } from '../../src/cli/subcommand.ts';
import { UserError } from '../../src/errors.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';

/** What the command line does with `kb` and some words in a copy of the project, without a process for each call. */
export function kbIn(folder: string) {
  const { run } = kbOf(pathToFileURL(`${folder}/knowledge/`));
  return async (...words: string[]) => {
    const printed: string[] = [];
    const [status, stderr] = await run({
      stdin: process.stdin,
      now: () => new Date(),
      print: (line: string) => printed.push(line),
      json: words.includes('--json'),
      arguments: words.filter((word) => word !== '--json'),
    }).then(
      () => [0, ''],
      (error: unknown) => {
        if (error instanceof UserError) return [1, error.message];
        if (error instanceof UsageError || error instanceof KnowledgeError) return [2, error.message];
        throw error;
      },
    );
    return { status, stderr, stdout: printed.join('\n') };
  };
}
