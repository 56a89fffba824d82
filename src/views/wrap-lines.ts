/** A word with the space after it. Slack's own markup counts as one, whatever spaces its label has. */
const word = /(?:<[^<>]{0,2900}>|\S)+\s*|\s+/gu;
/** What a word may be cut into: markup and escaped characters stay whole. */
const atom = /<[^<>]{0,2900}>|&(?:amp|lt|gt);|[\s\S]/gu;

/** Lines put together to texts of at most `longest` characters; only a line that is longer itself is cut. */
export function wrapLines(lines: readonly string[], longest: number): string[] {
  return packed(
    lines.flatMap((line) => cutLine(line, longest)),
    '\n',
    longest,
  ).filter((text) => text.trim() !== '');
}

function cutLine(line: string, longest: number): string[] {
  if (line.length <= longest) return [line];
  const pieces = (line.match(word) ?? []).flatMap((one) =>
    one.length <= longest ? [one] : (one.match(atom) ?? []),
  );
  return packed(pieces, '', longest);
}

function packed(pieces: readonly string[], between: string, longest: number): string[] {
  const texts: string[] = [];
  let text: string | null = null;
  for (const piece of pieces) {
    if (text !== null && text.length + between.length + piece.length <= longest) {
      text += between + piece;
    } else {
      if (text !== null) texts.push(text);
      text = piece;
    }
  }
  return text === null ? texts : [...texts, text];
}
