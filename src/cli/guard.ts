import { describeFindings } from '../privacy/describe-findings.ts';
import { guardText } from '../privacy/guard-text.ts';
import { processorMs } from '../processor-ms.ts';
import { eachLine } from './each-line.ts';
import type { Subcommand } from './subcommand.ts';

export const guard: Subcommand = {
  name: 'guard',
  usage: 'guard "MRN 0000000, 54 Gy/27F" [--json]',
  does: 'tries the identifier guard on a text; without words, on each line of standard input',
  async run(terminal) {
    await eachLine(terminal, (text) => terminal.print(terminal.json ? asJson(text) : asText(text)));
  },
};

const check = (text: string) => guardText(text, processorMs);

function asJson(text: string): string {
  const { verdict, findings } = check(text);
  return JSON.stringify({
    verdict,
    findings: findings.map(({ type, start, end }) => ({ type, start, end })),
  });
}

/** Never the text itself: what was typed may stand in a log of the terminal. */
function asText(text: string): string {
  const { verdict, findings } = check(text);
  const found = describeFindings(text, findings).map(({ kind, hint }) => (hint ? `${kind} (${hint})` : kind));
  return found.length > 0 ? `${verdict}: ${found.join(', ')}` : verdict;
}
