const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const none = /\b(no|none|not|without)\b/i;

/**
 * Every number that a text writes, as digits or as a word; 0 where it says that there were none, 2 where it says both or
 * twice, and 50 where it says half.
 */
export function numbersIn(text: string): Set<number> {
  const plain = text
    .replace(/(\d),(\d{3})\b/g, '$1$2')
    .replace(/(\d)[·](\d)/g, '$1.$2')
    .toLowerCase();
  const found = new Set((plain.match(/\d+(\.\d+)?/g) ?? []).map(Number));
  for (const [, ten = '', one = ''] of plain.matchAll(
    new RegExp(`\\b(${tens.join('|')})(?:[- ](${words.slice(1, 10).join('|')}))?\\b`, 'g'),
  )) {
    found.add((tens.indexOf(ten) + 2) * 10 + Math.max(0, words.indexOf(one)));
  }
  for (const [word] of plain.matchAll(new RegExp(`\\b(${words.join('|')})(?=\\d|\\b)`, 'g')))
    found.add(words.indexOf(word));
  if (none.test(plain)) found.add(0);
  if (/\b(both|twice)\b/.test(plain)) found.add(2);
  if (/\bhalf\b/.test(plain)) found.add(50);
  return found;
}
