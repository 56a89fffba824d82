const day = '(?:0?[1-9]|[12]\\d|3[01])';
const date = new RegExp(
  `(?:(?:19|20)\\d\\d([-/.])${day}\\1${day}|${day}([-/.])${day}\\2(?:19|20)\\d\\d|${day}/${day}/\\d\\d)(?![\\d/]|[.,]\\d| ?(?:c?gy|f|#|×|x\\b))`,
  'iy',
);
const vertebrae = /[ctls]\d{1,2}(?:[-/][ctls]?\d{1,2}){1,3}(?![\d.]| ?(?:c?gy|f|#|×))/iy;
/** How complete a resection was; "R" alone is a unit that is refused. */
const resection = /r[012x](?:\/r?[012x])?(?![\p{L}\d]|[.,]\d)/iuy;
/** A year behind the fractions of a course; beside cGy it may be its dose. */
const year =
  /(?<=(?:\d ?(?:#|f|fx|fr|fractions?)|(?:\/| in) ?\d{1,2}) ?)\((?:in |\p{L}{3,9}\.? )?(?:19[89]|20[0-4])\d\)/iuy;
const technique = /[34]d[- ]?(?:crt|ct|rt|conformal|planned)/iy;
/** "3D 54 Gy/27F" is planned in three dimensions, "54 Gy/27F/36d" takes days. */
const dimensions = /[34]D(?= \d[\d.,]{0,9} ?c?[gG]y)/y;

/**
 * A date, vertebrae, a resection or a technique that begins at `at` (`27/05/2024`, `L4/5`, `R1`, `3D-CRT`): its numbers are no amounts.
 * Only a technique is a known word, beside which a bare `60/30` is a dose.
 *
 * @example
 * numberedNameAt('T1-T4 20 Gy/5F', 0); // { text: 'T1-T4', known: false }
 */
export function numberedNameAt(text: string, at: number): { text: string; known: boolean } | null {
  for (const pattern of [technique, dimensions, date, vertebrae, resection, year]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found && !(pattern === year && /cgy/i.test(text)))
      return { text: found, known: pattern === technique || pattern === dimensions };
  }
  return null;
}
