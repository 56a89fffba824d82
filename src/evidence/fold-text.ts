/**
 * A text as it is compared: compatibility forms, case, accents, hyphens, apostrophes and
 * runs of spaces do not count.
 *
 * @example
 * foldText('  Follow‑Up imaging’s ') //=> 'follow up imagings'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}%+/]+/gu, ' ')
    .trim();
}
