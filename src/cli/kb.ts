import { assessKnowledge } from '../evidence/assess-knowledge.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { KnowledgeError } from '../knowledge/problem.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

export const kb: Subcommand = {
  name: 'kb',
  usage: 'kb [--json]',
  does: 'checks the knowledge base: what is invalid, stale, unreviewed, retracted, in conflict',
  async run({ arguments: words, json, print, now }) {
    if (words.length > 0) throw new UsageError(`"kb" takes no words, only --json.`);
    const report = assess(now().toISOString().slice(0, 10));
    if (!('counts' in report)) process.exitCode = 1;
    if (json) return print(JSON.stringify(report));
    for (const line of lines(report)) print(line);
  },
};

type Report = ReturnType<typeof assess>;

function assess(today: string) {
  try {
    const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
    const counts = {
      sources: knowledge.sources.size,
      claims: knowledge.claims.size,
      cases: knowledge.cases.size,
    };
    return { version: knowledge.version, counts, invalid: [], ...assessKnowledge(knowledge, today) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { invalid: error.problems };
    throw error;
  }
}

function lines(report: Report): string[] {
  if (!('counts' in report)) {
    return [
      `${report.invalid.length} mistake(s); the app would refuse to start:`,
      ...report.invalid.map(
        ({ file, line, path, expected }) => `  ${file}:${line ?? '?'} ${path}: ${expected}`,
      ),
    ];
  }
  const { version, counts, stale, unreviewed, retracted, inConflict } = report;
  const list = (what: string, ids: readonly string[]) => [
    `${what}: ${ids.length}`,
    ...ids.map((id) => `  ${id}`),
  ];
  return [
    `Knowledge base ${version.date} (${version.hash}): ${counts.sources} source(s), ${counts.claims} statements, ${counts.cases} published cases`,
    'Invalid: 0',
    ...list('Past their review date', stale),
    `Not reviewed by a clinician: ${unreviewed.length} of ${counts.claims}`,
    ...list('Retracted', retracted),
    ...list(
      'In conflict',
      inConflict.map(({ id, title }) => `${id}: ${title}`),
    ),
  ];
}
