import type { LedgerEntry } from '../../knowledge/schema.ts';

const head = `# yaml-language-server: $schema=schema.json#/$defs/PublishedFile
# Every statement that was ever published, with what happened to it, oldest first. Written by
# \`npm run -s imt -- kb publish\`; nothing is ever taken out, since messages in Slack name these ids.
`;

/** The text of \`published.yml\`; one line an entry, so that what is added shows as lines that are added. */
export function ledgerText(published: ReadonlyMap<string, readonly LedgerEntry[]>): string {
  const statements = [...published]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, entries]) => `  ${id}:\n${entries.map((entry) => `    - ${entryText(entry)}\n`).join('')}`);
  return `${head}statements:${statements.length === 0 ? ' {}\n' : `\n${statements.join('')}`}`;
}

function entryText(entry: LedgerEntry): string {
  const parts = Object.entries(entry).map(([key, text]) => `${key}: ${scalar(key, text)}`);
  return `{ ${parts.join(', ')} }`;
}

// A hash or an id of digits alone would be read as a number.
function scalar(key: string, text: string): string {
  const plain =
    key === 'did' || key === 'on' || (key !== 'content' && /^[a-z]+[a-z0-9]*-[a-z0-9-]+$/.test(text));
  return plain ? text : JSON.stringify(text);
}
