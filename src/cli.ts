/** The command line: `npm run -s imt -- SUBCOMMAND`, on the same functions as Slack. */
import { ask } from './cli/ask.ts';
import { audit } from './cli/audit.ts';
import { backup } from './cli/backup.ts';
import { doctor } from './cli/doctor.ts';
import { dose } from './cli/dose.ts';
import { erase } from './cli/erase.ts';
import { evaluate } from './cli/eval.ts';
import { exportDates } from './cli/export.ts';
import { gaps } from './cli/gaps.ts';
import { guard } from './cli/guard.ts';
import { exitStatusText, helpAsked, usageText } from './cli/help-text.ts';
import { kb } from './cli/kb.ts';
import { move } from './cli/move.ts';
import { purge } from './cli/purge.ts';
import { rekey } from './cli/rekey.ts';
import { restore } from './cli/restore.ts';
import { type Subcommand, UsageError } from './cli/subcommand.ts';
import { UserError } from './errors.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { machineFault } from './machine-fault.ts';
import { StartError } from './start-error.ts';

const subcommands: readonly Subcommand[] = [
  ask,
  audit,
  backup,
  doctor,
  dose,
  erase,
  evaluate,
  exportDates,
  gaps,
  guard,
  kb,
  move,
  purge,
  rekey,
  restore,
];

const called = process.argv.slice(2);
const [, ...words] = called;
const help = helpAsked(called);
const name = help ?? called[0];
const subcommand = subcommands.find((candidate) => candidate.name === name);

// Whoever reads only the beginning, as `head` does, has what they asked for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  if (help === '') process.stdout.write(`${usageText(subcommands)}\n${exitStatusText}\n`);
  else if (!subcommand)
    throw new UsageError(name ? `There is no subcommand "${name}".` : 'Name a subcommand.');
  else if (help !== null) process.stdout.write(`${usageText([subcommand])}\n`);
  else
    await subcommand.run({
      arguments: words.filter((word) => word !== '--json'),
      json: words.includes('--json'),
      stdin: process.stdin,
      print: (line) => process.stdout.write(`${line}\n`),
      now: () => new Date(),
    });
} catch (error) {
  const fault = machineFault(error);
  if (error instanceof UserError || error instanceof StartError || fault !== undefined) {
    process.stderr.write(`${fault ?? (error as Error).message}\n`);
    process.exitCode = 1;
  } else if (error instanceof UsageError || error instanceof KnowledgeError) {
    const usage = usageText(subcommand ? [subcommand] : subcommands);
    const whatToWrite = error instanceof UsageError ? ` Write:\n${usage}` : '';
    process.stderr.write(`${error.message}${whatToWrite}\n`);
    process.exitCode = 2;
  } else throw error;
}
