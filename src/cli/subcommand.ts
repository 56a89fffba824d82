import type { Readable } from 'node:stream';

/** Where a subcommand reads from and prints to, so that a test can stand in. */
export interface Terminal {
  arguments: readonly string[];
  json: boolean;
  stdin: Readable;
  print(line: string): void;
  now(): Date;
}

export interface Subcommand {
  name: string;
  usage: string;
  does: string;
  /** Resolves when every line was processed; throws `UsageError` when the call's words are off. */
  run(terminal: Terminal): Promise<void>;
}

/** The call cannot be understood; exit status 2. All of them stand in docs/operations.md. */
export class UsageError extends Error {
  override name = 'UsageError';
}
