import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EvalQuestion } from '../evidence/questions/evaluate-answers.ts';
import { UsageError } from './subcommand.ts';

const Line = z.object({
  q: z.string(),
  style: z.string().default('plain'),
  answerable: z.boolean(),
  need: z.array(z.array(z.string())).default([]),
  accept: z.array(z.string()).default([]),
});

const Wordings = z.record(z.string(), z.array(z.string()));

/**
 * The questions of a file, one JSON object a line. What answers is named by claim ids; a file that names it by
 * wordings of its own can bring a map from the hash of each wording to claim ids. Where the map names the hash of a
 * question itself, these claims answer it too: one that the file calls unanswerable then has an answer, and one of a
 * single part has more of them. Questions of which a part is answered by no claim of the base are left out, and counted.
 */
export function readEvalFile(
  path: string,
  wordingsPath: string | null,
  claimIds: ReadonlySet<string>,
): { questions: EvalQuestion[]; leftOut: number } {
  if (!existsSync(path)) throw new UsageError(`There is no file "${path}".`);
  const wordings =
    wordingsPath === null ? {} : Wordings.parse(JSON.parse(readFileSync(wordingsPath, 'utf8')));
  const idsOf = (entry: string) => (claimIds.has(entry) ? [entry] : (wordings[wordingHash(entry)] ?? []));
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const all = lines.map((line, number) => {
    const { q, style, answerable, need, accept } = parsed(line, path, number + 1);
    const since = wordings[wordingHash(q)] ?? [];
    if (!answerable && since.length > 0) return { question: q, style, answerable: true, need: [since] };
    const parts = need.length > 0 ? need : accept.length > 0 ? [accept] : [];
    const more = parts.length === 1 ? since : [];
    return { question: q, style, answerable, need: parts.map((part) => [...part.flatMap(idsOf), ...more]) };
  });
  const questions = all.filter(
    ({ answerable, need }) => !answerable || (need.length > 0 && need.every((part) => part.length > 0)),
  );
  return { questions, leftOut: all.length - questions.length };
}

export function wordingHash(wording: string): string {
  return createHash('sha256').update(wording).digest('hex').slice(0, 12);
}

function parsed(line: string, path: string, number: number): z.output<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    throw new UsageError(
      `Line ${number} of "${path}" is no question. Write {"q": "…", "style": "plain", "answerable": true, "need": [["claim-id"]]}.`,
    );
  }
}
