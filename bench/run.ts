import type { Benchmark } from './benchmark.ts';
import { doseBenchmark } from './dose.ts';
import { knowledgeBenchmark } from './knowledge.ts';
import { pictureBenchmark } from './picture.ts';
import { printTable } from './print-table.ts';
import { questionsBenchmark } from './questions.ts';
import { keepResult } from './results.ts';
import { slashCommandBenchmark, slashOnPostgresBenchmark } from './slash-command.ts';
import { startAndMemoryBenchmark } from './start-and-memory.ts';
import { storeBenchmark } from './store.ts';
import { usersBenchmark } from './users.ts';
import { writeReport } from './write-report.ts';

/** In the order of the report; what compares with another program comes first, on a machine that is still cool. */
const parts: Record<string, () => Benchmark | Promise<Benchmark>> = {
  slash: () => slashCommandBenchmark(),
  'slash-postgres': slashOnPostgresBenchmark,
  start: startAndMemoryBenchmark,
  users: usersBenchmark,
  questions: questionsBenchmark,
  doses: doseBenchmark,
  store: storeBenchmark,
  knowledge: knowledgeBenchmark,
  pictures: pictureBenchmark,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `No such part: ${unknown.join(', ')}. Write any of: ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const benchmark = await measure();
  printTable(benchmark.title, benchmark.head, benchmark.rows);
  for (const note of benchmark.notes) process.stdout.write(`  ${note}\n`);
  keepResult(name, benchmark);
}
await writeReport(Object.keys(parts));
