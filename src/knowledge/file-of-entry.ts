import type { ReviewedEntry } from '../evidence/curation/reviewed-entry.ts';
import type { KnowledgeFile } from './read-files.ts';
import { readYaml } from './read-yaml.ts';

/** The file in which an entry stands, whatever the file's name. Throws an `Error` when there is none. */
export function fileOfEntry(
  { id, sourceId }: Pick<ReviewedEntry, 'id' | 'sourceId'>,
  files: readonly KnowledgeFile[],
): KnowledgeFile {
  const [folder, wanted] = sourceId === null ? ['surveillance/', id] : ['sources/', sourceId];
  const found = files.find(({ path, text }) => {
    // Cheap first: only a file that names it is read.
    if (!path.startsWith(folder) || !text.includes(wanted)) return false;
    const content = readYaml(text) as { id?: unknown; source?: { id?: unknown } } | null;
    return (sourceId === null ? content?.id : content?.source?.id) === wanted;
  });
  if (found) return found;
  throw new Error(`no file was found for ${id}`);
}
