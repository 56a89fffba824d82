import type { Terminal } from './subcommand.ts';

/** A second word of `imt kb`, as in `imt kb review`. */
export interface KbWord {
  name: string;
  usage: string;
  does: string;
  /** On the knowledge base of a folder. */
  run(terminal: Terminal, folder: URL): void | Promise<void>;
}
