import { CORE_SCHEMA, load } from 'js-yaml';
import type { KnowledgeFile } from './read-files.ts';

/** The file in which a publication stands, whatever its name; undefined when there is none. */
export function fileOfSource(sourceId: string, files: readonly KnowledgeFile[]): KnowledgeFile | undefined {
  return files.find(({ path, text }) => {
    if (!path.startsWith('sources/') || !text.includes(sourceId)) return false;
    const content = load(text, { schema: CORE_SCHEMA }) as { source?: { id?: unknown } } | null;
    return content?.source?.id === sourceId;
  });
}
