import type { KnowledgeFile } from './read-files.ts';

/**
 * Whether a source file is still being written, so that nothing of it is shown. Read from its text and not from
 * its content, since what is half written is often no YAML yet.
 */
export function isDraft({ text }: Pick<KnowledgeFile, 'text'>): boolean {
  return /^["']?draft["']?\s*:\s*["']?true\b/m.test(text);
}
