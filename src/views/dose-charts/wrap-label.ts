/** Widths of Noto Sans in parts of its size, each taken a little too wide. */
const widths: readonly [RegExp, number][] = [
  [/[ .,:;'|!()[\]ijlI·/ftr-]/u, 0.38],
  [/[mwMW@%…—]/u, 0.93],
  [/\p{Lu}/u, 0.68],
  [/[!-\u024f\u0370-\u03ff–−×]/u, 0.6],
];
const boldFactor = 1.07;

type Weight = 'normal' | 'bold';

/** How wide a text may become, in points. */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  const parts = [...text].map((one) => widths.find(([pattern]) => pattern.test(one))?.[1] ?? 1.1);
  return parts.reduce((sum, part) => sum + part, 0) * size * (weight === 'bold' ? boldFactor : 1);
}

/**
 * Lines that fit into a width in points, broken at spaces but never between a number and its Gy, else inside a
 * word. Nothing but a space at a break is lost.
 */
export function wrapLabel(text: string, width: number, size: number, weight: Weight = 'normal'): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  for (const word of text.split(/ (?!Gy)/).flatMap((one) => pieces(one, fits))) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word as it is, or cut where it no longer fits. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  const found: string[] = [];
  for (const character of word) {
    const longer = (found.at(-1) ?? '') + character;
    if (found.length > 0 && fits(longer)) found[found.length - 1] = longer;
    else found.push(character);
  }
  return found;
}
