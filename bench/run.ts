import { slashCommandBenchmark } from './slash-command.ts';
import { startAndMemoryBenchmark } from './start-and-memory.ts';

await startAndMemoryBenchmark();
await slashCommandBenchmark();
