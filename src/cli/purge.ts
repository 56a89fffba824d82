import { UserError } from '../errors.ts';
import { purgeKinds } from '../store/retention.ts';
import { type Subcommand, UsageError } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const purge: Subcommand = {
  name: 'purge',
  usage: `purge ${purgeKinds.join('|')} before 2020-01-01 [--json]`,
  does: 'removes what is older and closed from the store of DATABASE_URL, and records that it did',
  async run({ arguments: words, json, print, now }) {
    const [asked, before, on, ...others] = words;
    const kind = purgeKinds.find((one) => one === asked);
    if (kind === undefined || before !== 'before' || on === undefined || others.length > 0)
      throw new UsageError('"purge" takes what to remove and a date.');
    const beforeMs = Date.parse(`${on}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(beforeMs))
      throw new UserError('The date cannot be read. Write it as 2020-01-01.');
    const atMs = now().getTime();
    if (beforeMs > atMs) throw new UserError('The date lies ahead. Give one that is past.');
    const { purge: remove } = await import('../store/purge.ts');
    const by = { actor: 'command-line', atMs };
    const removed = await withStore((store) => remove(store, kind, beforeMs, by));
    if (json) return print(JSON.stringify({ kind, before: on, removed }));
    print(
      removed === 0
        ? `There was nothing to remove: ${kind} from before ${on}.`
        : `${removed} removed: ${kind} from before ${on}. The audit record says so.`,
    );
  },
};
