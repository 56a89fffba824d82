import { isDeepStrictEqual } from 'node:util';
import type { Plugin } from 'rolldown';
import { isDraft } from '../src/knowledge/is-draft.ts';
import { readFiles } from '../src/knowledge/read-files.ts';
import { readYaml } from '../src/knowledge/read-yaml.ts';
import { textKey } from '../src/knowledge/text-key.ts';

/**
 * Keeps what the files of the knowledge base say beside the built app, as JSON by the key of their text. A file that was
 * changed since has another key, and is read as ever; so are all, where what is kept is gone. Nothing is checked here.
 */
export function parseAhead(knowledge: URL): Plugin {
  return {
    name: 'parse-ahead',
    load(id) {
      if (!id.endsWith('/src/knowledge/parsed-ahead.ts')) return null;
      const parsed = readFiles(knowledge)
        .filter((file) => !isDraft(file))
        .map(({ text }) => [textKey(text), readYaml(text)]);
      const source = JSON.stringify(parsed);
      if (!isDeepStrictEqual(JSON.parse(source), parsed))
        throw new Error('The knowledge base is more than JSON can say.');
      const fileName = `knowledge-${textKey(source).slice(0, 8)}.json`;
      this.emitFile({ type: 'asset', fileName, source });
      return `
        import { readFileSync } from 'node:fs';
        const kept = new URL('./', import.meta.url);
        export function parsedAhead() {
          try {
            return new Map(JSON.parse(readFileSync(new URL(${JSON.stringify(fileName)}, kept), 'utf8')));
          } catch {
            return new Map();
          }
        }`;
    },
  };
}
