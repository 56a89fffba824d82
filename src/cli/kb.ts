import { knowledgeFolder } from '../project-folder.ts';
import { kbNew } from './kb-new.ts';
import { kbPatch } from './kb-patch.ts';
import { kbPublish } from './kb-publish.ts';
import { kbReport } from './kb-report.ts';
import { kbReview } from './kb-review.ts';
import type { KbWord } from './kb-word.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

const kbWords: readonly KbWord[] = [kbNew, kbReview, kbPatch, kbPublish];

/** `imt kb` on the knowledge base of a folder. */
export function kbOf(folder: URL): Subcommand {
  return {
    name: 'kb',
    usage: ['kb [--json]', ...kbWords.map(({ usage }) => usage)].join('\n  npm run -s imt -- '),
    does: [
      'checks the knowledge base: what is invalid, stale, unreviewed, retracted, in conflict, thin, not published',
      ...kbWords.map(({ name, does }) => `${name}: ${does}`),
    ].join('\n      '),
    async run(terminal) {
      const [first, ...rest] = terminal.arguments;
      if (first === undefined) return kbReport(terminal, folder);
      const word = kbWords.find(({ name }) => name === first);
      if (!word)
        throw new UsageError(
          `"kb" takes ${kbWords.map(({ name }) => `"${name}"`).join(', ')} or only --json.`,
        );
      await word.run({ ...terminal, arguments: rest }, folder);
    },
  };
}

export const kb = kbOf(knowledgeFolder);
