import type { KnowledgeBase, LedgerEntry } from '../../../knowledge/schema.ts';

/** Ids of statements whose files say more than the list of what was published. */
export interface Unpublished {
  added: string[];
  changed: string[];
  retracted: string[];
  restored: string[];
}

/**
 * What stands in the files and is not in the list of what was published yet, in the order of the files.
 *
 * @example
 * findUnpublished(withOneStatementEdited) //=> { added: [], changed: ['guo-2024-case-dose'], retracted: [], restored: [] }
 */
export function findUnpublished({
  claims,
  published,
}: Pick<KnowledgeBase, 'claims' | 'published'>): Unpublished {
  const found: Unpublished = { added: [], changed: [], retracted: [], restored: [] };
  for (const { id, contentHash, retracted } of claims.values()) {
    const entries = published.get(id);
    if (!entries) {
      found.added.push(id);
      if (retracted) found.retracted.push(id);
      continue;
    }
    if (lastContent(entries) !== contentHash) found.changed.push(id);
    if (retracted && !isRetracted(entries)) found.retracted.push(id);
    if (!retracted && isRetracted(entries)) found.restored.push(id);
  }
  return found;
}

function lastContent(entries: readonly LedgerEntry[]): string | undefined {
  return entries.flatMap((entry) => ('content' in entry ? [entry.content] : [])).at(-1);
}

function isRetracted(entries: readonly LedgerEntry[]): boolean {
  const turns = entries.filter(({ did }) => did === 'retracted' || did === 'restored');
  return turns.at(-1)?.did === 'retracted';
}
