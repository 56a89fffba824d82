import { UserError } from '../errors.ts';
import { boardOf } from './board-of.ts';
import { type Subcommand, UsageError } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const erase: Subcommand = {
  name: 'erase',
  usage: 'erase T1/C1 CASE-12 [--json]',
  does: 'removes a case of a board with all that is kept of it, open or closed, as when its code names a person',
  async run({ arguments: words, json, print, now }) {
    const [written = '', caseCode, ...others] = words;
    if (caseCode === undefined || others.length > 0)
      throw new UsageError('"erase" takes a board and a case code.');
    const board = boardOf(written);
    const { eraseCase } = await import('../store/purge.ts');
    const by = { actor: 'command-line', atMs: now().getTime() };
    const erased = await withStore((store) => eraseCase(store, board, caseCode.toUpperCase(), by));
    if (erased === 0)
      throw new UserError(
        'This board has no such case. Name the board by Slack’s ids, as T1/C1, and the code.',
      );
    if (json) return print(JSON.stringify({ erased }));
    print(
      `${erased} ${erased === 1 ? 'follow-up' : 'follow-ups'} of the case removed. The audit record says so.`,
    );
    print(
      'Messages that were posted stay in Slack until somebody deletes them there; backups keep what they hold.',
    );
  },
};
