/** Slack's marks for bold and italics say nothing on a terminal. */
export function withoutMarks(text: string): string {
  return text.replace(/(?<![\p{L}\d])([*_])(\S(?:[^\n]*?\S)?)\1(?![\p{L}\d])/gu, '$2');
}
