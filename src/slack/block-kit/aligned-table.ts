/** Beyond this a column is not padded: one long cell would push the others off every screen. */
const widestPadding = 32;

/** Rows as lines of monospaced text under one another; cells keep their whole text. */
export function alignedTable(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(widestPadding, Math.max(0, ...cells.map((row) => row[column]?.length ?? 0))),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
}
