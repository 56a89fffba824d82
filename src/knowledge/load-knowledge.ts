import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { buildKnowledge } from './build-knowledge.ts';
import { readFiles } from './read-files.ts';

/** The knowledge base of a folder, or a `KnowledgeError` with every mistake in it: never a part of it. */
export function loadKnowledge(folder: URL): KnowledgeBase {
  return buildKnowledge(readFiles(folder));
}
