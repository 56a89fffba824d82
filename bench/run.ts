import { doseBenchmark } from './dose.ts';
import { knowledgeBenchmark } from './knowledge.ts';
import { pictureBenchmark } from './picture.ts';
import { questionsBenchmark } from './questions.ts';
import { slashCommandBenchmark } from './slash-command.ts';
import { startAndMemoryBenchmark } from './start-and-memory.ts';
import { storeBenchmark } from './store.ts';

await startAndMemoryBenchmark();
knowledgeBenchmark();
await slashCommandBenchmark();
await doseBenchmark();
questionsBenchmark();
await pictureBenchmark();
await storeBenchmark();
