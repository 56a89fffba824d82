import { compareTyped } from '../dose/compare-typed.ts';
import { doseErrorJson, doseJson } from '../dose/dose-json.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { knowledgeFolder } from '../project-folder.ts';
import { plainText } from '../slack/block-kit/plain-fallback.ts';
import { doseComparison } from '../views/dose-comparison.ts';
import { eachLine } from './each-line.ts';
import type { Subcommand } from './subcommand.ts';
import { withoutMarks } from './without-marks.ts';

export const dose: Subcommand = {
  name: 'dose',
  usage: 'dose "54 Gy/27F vs 20 Gy/10F ab=10,3" [--json]',
  does: 'compares schedules; without words, each line of standard input, answered as JSON',
  async run(terminal) {
    const knowledge = loadKnowledge(knowledgeFolder);
    const compare = (typed: string) =>
      compareTyped(typed, { cases: knowledge.cases.values(), shown: knowledge.alphaBeta.shown }).comparison;
    // One object a line: nothing of what was read or refused may break the line.
    const asJson = (typed: string) => JSON.stringify(orRefusal(() => doseJson(compare(typed))));
    const asText = (typed: string) => {
      const answer = orRefusal(() => {
        const shown = { typed, sharedBy: null, bars: null };
        return withoutMarks(plainText(doseComparison(compare(typed), knowledge.alphaBeta, shown)));
      });
      return typeof answer === 'string' ? answer : answer.error.message;
    };
    await eachLine(terminal, (typed) =>
      terminal.print(terminal.json || terminal.arguments.length === 0 ? asJson(typed) : asText(typed)),
    );
  },
};

function orRefusal<T>(work: () => T): T | ReturnType<typeof doseErrorJson> {
  try {
    return work();
  } catch (error) {
    return doseErrorJson(error);
  }
}
