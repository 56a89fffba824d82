/**
 * Whether findings cover a marked stretch: four fifths of its letters and digits, or of its digits alone where it
 * has six or more, since a label inside the mark ("DOB 09/09/1990") is no identifier.
 */
export function isCovered(
  text: string,
  mark: { start: number; end: number },
  findings: readonly { start: number; end: number }[],
): boolean {
  const share = (pattern: RegExp) => {
    const places = [...text.slice(mark.start, mark.end).matchAll(pattern)].map(
      ({ index }) => mark.start + index,
    );
    const covered = places.filter((at) => findings.some(({ start, end }) => start <= at && at < end));
    return { of: places.length, covered: covered.length / places.length };
  };
  const digits = share(/\d/g);
  return share(/[\p{L}\p{N}]/gu).covered >= 0.8 || (digits.of >= 6 && digits.covered >= 0.8);
}
