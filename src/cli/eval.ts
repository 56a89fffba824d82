import { type Evaluation, evaluateAnswers, type Share } from '../evidence/questions/evaluate-answers.ts';
import { questionIndex } from '../evidence/questions/question-index.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { readEvalFile } from './eval-file.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

/** Named `evaluate`, since `eval` is no name that strict code may bind. */
export const evaluate: Subcommand = {
  name: 'eval',
  usage: 'eval FILE.jsonl [wordings=MAP.json] [--json]',
  does: 'question-answering figures on a file of questions, and the misses',
  async run({ arguments: words, json, print }) {
    const map = words.find((word) => word.startsWith('wordings='))?.slice('wordings='.length) ?? null;
    const [path, ...more] = words.filter((word) => !word.startsWith('wordings='));
    if (path === undefined || more.length > 0) throw new UsageError('"eval" takes one file of questions.');
    const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
    const { questions, leftOut } = readEvalFile(path, map, new Set(knowledge.claims.keys()));
    const evaluation = evaluateAnswers(questions, questionIndex(knowledge));
    if (json) return print(JSON.stringify({ leftOut, ...evaluation }));
    for (const line of lines(evaluation, leftOut)) print(line);
  },
};

function lines(
  { overall, auroc, answeredPrecision, compoundParts, byStyle, misses }: Evaluation,
  leftOut: number,
) {
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(20))).join(' ');
  const left = leftOut > 0 ? `, ${leftOut} more left out: nothing in the base answers them` : '';
  return [
    `${overall.questions} questions${left}`,
    row(['style', 'n', 'R@1', 'R@3', 'MRR', 'abstention']),
    ...[overall, ...byStyle].map(({ style, questions, rank1, rank3, meanReciprocalRank, abstention }) =>
      row([style, String(questions), text(rank1), text(rank3), fixed(meanReciprocalRank), text(abstention)]),
    ),
    `AUROC ${fixed(auroc)}`,
    `Precision of what was answered ${text(answeredPrecision)}`,
    `Parts of compound questions shown ${text(compoundParts)}`,
    `Misses: ${misses.length}`,
    ...misses.map(
      ({ question, style, outcome, rank, expected, shown }) =>
        `  ${style} · ${outcome} · rank ${rank ?? 'none'} · ${question} · expected ${expected.join(', ') || 'nothing'} · came ${shown.join(', ')}`,
    ),
  ];
}

function text({ share, of, interval: [low, high] }: Share): string {
  return of === 0 ? '–' : `${fixed(share)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function fixed(number: number): string {
  return Number.isNaN(number) ? '–' : number.toFixed(3);
}
