import type { Answer } from '../evidence/questions/answer.ts';
import { answerQuestion } from '../evidence/questions/answer-question.ts';
import { chooseStatements } from '../evidence/questions/choose-statements.ts';
import { type Evaluation, evaluateAnswers, type Share } from '../evidence/questions/evaluate-answers.ts';
import { questionIndex } from '../evidence/questions/question-index.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { knowledgeFolder } from '../project-folder.ts';
import { readEvalFile } from './eval-file.ts';
import { atCommandLine, modelFlag, modelOf } from './model-of.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

/** Named `evaluate`, since `eval` is no name that strict code may bind. */
export const evaluate: Subcommand = {
  name: 'eval',
  usage: 'eval FILE.jsonl [wordings=MAP.json] [--model] [--json]',
  does: 'question-answering figures on a file of questions, and the misses',
  async run({ arguments: words, json, print }) {
    const map = words.find((word) => word.startsWith('wordings='))?.slice('wordings='.length) ?? null;
    const [path, ...more] = words.filter((word) => !word.startsWith('wordings=') && word !== modelFlag);
    const model = await modelOf(words);
    if (path === undefined || more.length > 0) throw new UsageError('"eval" takes one file of questions.');
    const knowledge = loadKnowledge(knowledgeFolder);
    const { questions, leftOut } = readEvalFile(path, map, new Set(knowledge.claims.keys()));
    const index = questionIndex(knowledge);
    const answers = new Map<string, Answer>();
    for (const { question } of questions) {
      const found = answerQuestion(question, index);
      answers.set(question, await chooseStatements(question, found, model, atCommandLine, knowledge));
    }
    const answerTo = (question: string) => answers.get(question) ?? answerQuestion(question, index);
    const evaluation = evaluateAnswers(questions, index, answerTo);
    const ofModel = model ? { model: Object.fromEntries(model.outcomes) } : {};
    if (json) return print(JSON.stringify({ leftOut, ...ofModel, ...evaluation }));
    for (const line of lines(evaluation, leftOut)) print(line);
    for (const [outcome, count] of model?.outcomes ?? []) print(`Model ${outcome}: ${count}`);
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
