const person = 'girl|boy|female|male|man|woman|patient|pt|child|infant|lady|gentleman';
const behind = new RegExp(
  `(?<![\\d.,/-])(\\d{1,3})[ -]?y(?:(?:ea)?rs?)?(?:[ -]?old\\b|[/.]o\\b\\.?|(?=[,;)])|(?= (?:${person})\\b))`,
  'gi',
);
/** "age 25", but not "aged 50 Gy". */
const ahead = /\bage[ds]?(?: of|:| at| at diagnosis)? (\d{1,3})(?![\d/]|[.,]\d| ?(?:c?gy|f|fx|#|x|×|y))/gi;

/**
 * Makes one spelling of the ages of people, which are no doses: `9 y/o`, `9-y-old`, `9 y girl`, `aged 9`.
 *
 * @example
 * spellAges('50 Gy at age 25'); // '50 Gy at 25 yo'
 */
export function spellAges(text: string): string {
  return text.replace(behind, '$1 yo').replace(ahead, '$1 yo');
}
