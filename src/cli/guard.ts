import { describeFindings } from '../privacy/describe-findings.ts';
import { type Guarded, guardText } from '../privacy/guard-text.ts';
import { processorMs } from '../processor-ms.ts';
import { eachLine } from './each-line.ts';
import type { Subcommand } from './subcommand.ts';

export const guard: Subcommand = {
  name: 'guard',
  usage: 'guard "MRN 0000000, 54 Gy/27F" [--json]',
  does: 'tries the identifier guard on a text, and ends with status 0 for pass, 3 for confirm, 4 for block; without words, on each line of standard input, and then with 0',
  async run(terminal) {
    await eachLine(terminal, (text) => {
      const guarded = guardText(text, processorMs);
      terminal.print(terminal.json ? asJson(guarded) : asText(text, guarded));
      if (terminal.arguments.length > 0) process.exitCode = statusOf[guarded.verdict];
    });
  },
};

/** Not 1 or 2, with which every subcommand ends that failed. */
const statusOf = { pass: 0, confirm: 3, block: 4 } as const;

function asJson({ verdict, findings }: Guarded): string {
  return JSON.stringify({
    verdict,
    findings: findings.map(({ type, start, end }) => ({ type, start, end })),
  });
}

/** Never the text itself: what was typed may stand in a log of the terminal. */
function asText(text: string, { verdict, findings }: Guarded): string {
  const found = describeFindings(text, findings).map(({ kind, hint }) => (hint ? `${kind} (${hint})` : kind));
  return found.length > 0 ? `${verdict}: ${found.join(', ')}` : verdict;
}
