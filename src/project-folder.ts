/** What holds `src`, `knowledge` and `node_modules`; the built app stands as deep in it as this file. */
export const projectFolder = new URL('../', import.meta.url);

export const knowledgeFolder = new URL('knowledge/', projectFolder);
