import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface MarkedText {
  text: string;
  marks: { kind: string; start: number; end: number }[];
}

/** The texts of a list, `{kind|value}` taken out of them and kept as marks. */
export function readMarked(file: string): MarkedText[] {
  const rows = parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as { text: string }[];
  return rows.map(({ text: marked }) => {
    const marks: MarkedText['marks'] = [];
    let text = '';
    for (const part of marked.split(/(\{[a-z0-9-]+\|[^{}]*\})/)) {
      const [, kind, value] = /^\{([a-z0-9-]+)\|([^{}]*)\}$/.exec(part) ?? [];
      if (kind && value !== undefined)
        marks.push({ kind, start: text.length, end: text.length + value.length });
      text += value ?? part;
    }
    return { text, marks };
  });
}
