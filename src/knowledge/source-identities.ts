import type { KnowledgeFile } from './read-files.ts';

/** Key and DOI of every publication, drafts too, whose files may not be whole yet: read line by line. */
export function sourceIdentities(
  files: readonly KnowledgeFile[],
): { path: string; id: string | null; doi: string | null }[] {
  return files
    .filter(({ path }) => path.startsWith('sources/'))
    .map(({ path, text }) => {
      const read = (key: string) =>
        new RegExp(`^  ${key}:[ \\t]*["']?([^\\s"'#]+)`, 'm').exec(text)?.[1] ?? null;
      return { path, id: read('id'), doi: read('doi') };
    });
}
