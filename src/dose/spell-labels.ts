const dose = '\\d[\\d.,]{0,9} ?c?gy(?!\\p{L})';
const sign = ' ?(?:[:=]|of|von)? ?';
/** Total and single dose: German, and English where both stand. "ED" and "SD" alone have other meanings. */
const totalName = '(?:td|gd|ges\\.? ?dosis|gesamtdosis|total dose|dose totale|dosis total)';
const eachName = '(?:sd|ed|einzeldosis|single dose|einzel-?dosis)';
/** What may stand between the two; a `vs` or `+` begins another schedule, with a single dose of its own. */
const gap =
  '(?:(?: ?/ ?| in )\\d{1,3} ?(?:#|f|fx|fractions?|fraktionen|séances)?(?=[ ,(]))?[ ,;:(\\n-]{0,4}(?:(?:in|mit|with|and|und|at|@) )?';
const totalFirst = new RegExp(
  `(?<![\\p{L}\\d])${totalName}${sign}(${dose})(${gap})/? ?${eachName}${sign}(?=${dose})`,
  'giu',
);
const eachFirst = new RegExp(
  `(?<![\\p{L}\\d])${eachName}${sign}(${dose})(${gap})/? ?${totalName}${sign}(?=${dose})`,
  'giu',
);
/** `fraction dose 2 Gy`, `daily dose of 2 Gy`; the word "daily" stays. */
const ofFraction = new RegExp(`\\b(?:fraction(?:al)?|(daily)) (?:dose|size)${sign}(?=${dose})`, 'giu');
/** The letters of the formula: n fractions of d, D in all. */
const letters: readonly [RegExp, string][] = [
  [/(?<![\p{L}\d])[nN] ?= ?(\d{1,3})(?![\d.,]*\d|\p{L})/gu, ' $1 fractions '],
  [/(?<![\p{L}\d])d ?= ?(?=\d)/gu, ' each '],
  [/(?<![\p{L}\d])D ?= ?(?=\d)/gu, ' total '],
];
/** `Plan 1:`, `Arm 2 =` where a schedule begins: its number is no dose. */
const numbered =
  /(?<=^|[;,\n] ?|\bvs\.? )(?:plan|option|arm|schedule|regimen|scheme) ?#?[1-9] ?[:=] ?(?=\d)/gi;
/** A name before a whole schedule: `Plan = 54 Gy/27F`, `A = 54/27`. */
const named =
  /(?<![\p{L}\d])(?!g?bed|eqd|iso|biol|ab\b)(\p{L}{3,20}|[A-H]) ?= ?(?=\d[\d.,]{0,9}(?: ?c?gy ?(?:[/×@(]|in\b|at\b|over\b|x\b)|\/\d))/giu;

/**
 * Writes the names of doses as words that are read: `TD 50 Gy SD 2 Gy`, `n=25, d=2 Gy`; and takes the sign behind the
 * name of a schedule away, which would make it an option: `Plan = 54 Gy/27F`.
 *
 * @example
 * spellLabels('TD 50 Gy SD 2 Gy'); // 'total 50 Gy  each 2 Gy'
 */
export function spellLabels(text: string): string {
  const spelled = text
    .replace(totalFirst, 'total $1$2 each ')
    .replace(eachFirst, 'each $1$2 total ')
    .replace(ofFraction, '$1 each ');
  return spellLetters(spelled).replace(numbered, '').replace(named, '$1 ');
}

/** `n=12` alone may count patients; beside d or D it counts fractions. */
function spellLetters(text: string): string {
  const present = letters.filter(([letter]) => text.search(letter) >= 0);
  if (present.length < 2) return text;
  return present.reduce((spelled, [letter, word]) => spelled.replace(letter, word), text);
}
