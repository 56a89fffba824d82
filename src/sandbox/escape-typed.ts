/** What a person typed, as Slack hands it on: its markup's three signs stand for themselves. */
export function escapeTyped(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
