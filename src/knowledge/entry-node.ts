import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/**
 * A statement or a case as it stands in the text of a source file, or the whole file of a template, with the places of
 * its keys; undefined when it is not there.
 */
export function entryNode(text: string, id: string): YAMLMap | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return undefined;
  const entries = ['claims', 'cases'].flatMap((key): unknown[] => {
    const listed = contents.get(key);
    return isSeq(listed) ? listed.items : [];
  });
  return [contents, ...entries]
    .filter((node): node is YAMLMap => isMap(node))
    .find((node) => node.get('id') === id);
}
