const day = '(?:0?[1-9]|[12]\\d|3[01])';
const date = new RegExp(
  `(?:(?:19|20)\\d\\d([-/.])${day}\\1${day}|${day}([-/.])${day}\\2(?:19|20)\\d\\d|${day}/${day}/\\d\\d)(?![\\d/]|[.,]\\d| ?(?:c?gy|f|#|×|x\\b))`,
  'iy',
);
const vertebrae = /[ctls]\d{1,2}(?:[-/][ctls]?\d{1,2}){1,3}(?![\d.]| ?(?:c?gy|f|#|×))/iy;
const technique = /[34]d[- ]?(?:crt|ct|rt|conformal|planned)/iy;

/**
 * A date, vertebrae or a technique that begins at `at` (`27/05/2024`, `L4/5`, `3D-CRT`): its numbers are no amounts.
 * Only a technique is a known word, beside which a bare `60/30` is a dose.
 *
 * @example
 * numberedNameAt('T1-T4 20 Gy/5F', 0); // { text: 'T1-T4', known: false }
 */
export function numberedNameAt(text: string, at: number): { text: string; known: boolean } | null {
  for (const pattern of [technique, date, vertebrae]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return { text: found, known: pattern === technique };
  }
  return null;
}
