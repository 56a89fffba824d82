/** Lines that both texts share above and below a change, as `git diff` prints them. */
const contextLines = 3;

type Edit = { kind: ' ' | '-' | '+'; line: string };

/** What `git apply` needs to make one text of a file into the other; empty when they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const edits = editsBetween(linesOf(before), linesOf(after));
  const changed = edits.flatMap(({ kind }, at) => (kind === ' ' ? [] : [at]));
  const hunks: [number, number][] = [];
  for (const at of changed) {
    const last = hunks.at(-1);
    if (last && at - last[1] <= contextLines * 2) last[1] = at;
    else hunks.push([at, at]);
  }
  const head = `--- a/${path}\n+++ b/${path}\n`;
  return head + hunks.map(([first, last]) => hunk(edits, first, last)).join('');
}

/** Each with its line break; the last may have none. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The nearest line at which both go on alike; not always the shortest way, and always a right one. */
function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [removed, added] = toNextAlike(before, after, i, j);
    for (const line of before.slice(i, i + removed)) edits.push({ kind: '-', line });
    for (const line of after.slice(j, j + added)) edits.push({ kind: '+', line });
    [i, j] = [i + removed, j + added];
    const line = before[i];
    if (line !== undefined) edits.push({ kind: ' ', line });
    [i, j] = [i + 1, j + 1];
  }
  return edits;
}

/** How many lines are to be skipped in each until the next ones are the same: all that is left when none are. */
function toNextAlike(before: readonly string[], after: readonly string[], i: number, j: number) {
  const [left, right] = [before.length - i, after.length - j];
  for (let skipped = 0; skipped < left + right; skipped += 1)
    for (let removed = Math.max(0, skipped - right + 1); removed <= Math.min(skipped, left - 1); removed += 1)
      if (before[i + removed] === after[j + skipped - removed]) return [removed, skipped - removed] as const;
  return [left, right] as const;
}

function hunk(edits: readonly Edit[], first: number, last: number): string {
  const from = Math.max(0, first - contextLines);
  const part = edits.slice(from, last + contextLines + 1);
  const count = (kind: '-' | '+', among: readonly Edit[]) =>
    among.filter((edit) => edit.kind === ' ' || edit.kind === kind).length;
  const above = edits.slice(0, from);
  const range = (kind: '-' | '+') => {
    const lines = count(kind, part);
    // A range without a line is named by the line before it.
    return `${count(kind, above) + (lines === 0 ? 0 : 1)},${lines}`;
  };
  const body = part.map(({ kind, line }) =>
    line.endsWith('\n') ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ -${range('-')} +${range('+')} @@\n${body.join('')}`;
}
