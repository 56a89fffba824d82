import { escapeMrkdwn } from './escape-mrkdwn.ts';

/** Each warning once, under the rows that it concerns: first what several rows share, then row by row. */
export function sharedWarnings(
  warned: readonly { label: string; warnings: readonly string[] }[],
  everyRow = 'All rows',
): string[] {
  const rows = warned.map(({ label }) => label);
  const concerned = new Map<string, string[]>();
  for (const { label, warnings } of warned) {
    for (const warning of warnings) concerned.set(warning, [...(concerned.get(warning) ?? []), label]);
  }
  const byRows = new Map<string, string[]>();
  const shared = [...concerned].sort(([, some], [, others]) => others.length - some.length);
  for (const [warning, labels] of shared) {
    const whose = rowsText(labels, rows, everyRow);
    byRows.set(whose, [...(byRows.get(whose) ?? []), escapeMrkdwn(warning)]);
  }
  return [...byRows].flatMap(([whose, texts]) => {
    const heading = `⚠ *${escapeMrkdwn(whose)}:*`;
    return texts.length === 1 ? [`${heading} ${texts}`] : [heading, ...texts.map((text) => `• ${text}`)];
  });
}

/** The labels, or the few that are not among them. */
function rowsText(labels: readonly string[], all: readonly string[], everyRow: string): string {
  if (labels.length === 1 || labels.length * 2 <= all.length) return labels.join(', ');
  const others = all.filter((label) => !labels.includes(label));
  return others.length === 0 ? everyRow : `${everyRow} but ${others.join(', ')}`;
}
