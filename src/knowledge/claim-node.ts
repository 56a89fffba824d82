import { isMap, parseDocument, type YAMLMap } from 'yaml';

/** A statement as it stands in the text of a source file, with the places of its keys; undefined when it is not there. */
export function claimNode(text: string, claimId: string): YAMLMap | undefined {
  const claims = parseDocument(text).get('claims') as { items?: unknown[] } | undefined;
  const claim = claims?.items?.find((item) => isMap(item) && item.get('id') === claimId);
  return isMap(claim) ? claim : undefined;
}
