import { compareTyped } from '../dose/compare-typed.ts';
import { doseErrorJson, doseJson } from '../dose/dose-json.ts';
import { applyCuration } from '../evidence/curation/apply-curation.ts';
import { nothingCurated } from '../evidence/curation/curation-records.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { knowledgeFolder } from '../project-folder.ts';
import { plainText } from '../slack/block-kit/plain-fallback.ts';
import { doseCases } from '../views/dose-cases.ts';
import { doseComparison } from '../views/dose-comparison.ts';
import { eachLine } from './each-line.ts';
import type { Subcommand } from './subcommand.ts';
import { withoutMarks } from './without-marks.ts';

export const dose: Subcommand = {
  name: 'dose',
  usage: 'dose "54 Gy/27F vs 20 Gy/10F ab=10,3" [--json]',
  does: 'compares schedules; without words, each line of standard input, answered as JSON, and then ends with status 0',
  async run(terminal) {
    const knowledge = applyCuration(loadKnowledge(knowledgeFolder), nothingCurated);
    const compare = (typed: string) =>
      compareTyped(typed, { cases: doseCases(knowledge), shown: knowledge.alphaBeta.shown }).comparison;
    // One object a line: nothing of what was read or refused may break the line.
    const asJson = (typed: string) => {
      const answer = orRefusal(() => doseJson(compare(typed)));
      // Of many lines each says of itself what became of it.
      if ('error' in answer && terminal.arguments.length > 0) process.exitCode = 1;
      return JSON.stringify(answer);
    };
    const asText = (typed: string) => {
      const shown = { typed, sharedBy: null, bars: null };
      return withoutMarks(plainText(doseComparison(compare(typed), knowledge.alphaBeta, shown)));
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
