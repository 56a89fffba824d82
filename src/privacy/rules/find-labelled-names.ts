import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { isCommonWord } from '../names/is-common-word.ts';
import { isGivenName, isSurname } from '../names/is-name.ts';
import type { Page } from '../page.ts';

const word = String.raw`\p{L}[\p{L}'-]{2,24}`;
const somebody =
  '(?:patient|pt|pat|child|baby|boy|girl|lady|woman|man|gentleman|toddler|teen(?:ager)?|infant|kid|mum|mom|dad|mother|father|wife|husband|son|daughter|brother|sister|sibling|twin|partner|cousin|aunt|uncle|friend|carer|guardian|someone|somebody|chap|fella|guy|lad|lass)';

/** Each with whether only a word of the lists may follow: what is "called" is often called by telephone. */
const labels: readonly { find: ReturnType<typeof atWords>; isLoose?: boolean; isPair?: boolean }[] = [
  {
    find: atWords(
      new RegExp(
        String.raw`(?=sur|las|fam|mai)(?<![a-z])(?:surname|last name|family name|maiden name)(?: is| was|:| =| -|'s)? ?(?<value>(?<= )${word})(?![\p{L}\d])`,
        'gu',
      ),
    ),
  },
  {
    find: atWords(
      new RegExp(
        String.raw`(?=fir|giv|for|chr|nic)(?<![a-z])(?:first name|given name|forename|christian name|nickname)(?: is| was|:| =| -|'s)? ?(?<value>(?<= )${word})(?![\p{L}\d])`,
        'gu',
      ),
    ),
  },
  {
    find: atWords(
      new RegExp(
        String.raw`(?=pat|pt|chi|bab|boy|gir|lad|wom|man|gen|tod|tee|inf|kid|mum|mom|dad|mot|fat|wif|hus|son|dau|bro|sis|sib|twi|par|cou|aun|unc|fri|car|gua|som|cha|fel|guy|las)(?<![a-z])${somebody}\.?,? (?:(?:is|was|who is|who's) )?(?:named|by the name of|goes by|known as|whose name is) (?<value>${word}(?: ${word})?)(?![\p{L}\d])`,
        'gu',
      ),
    ),
  },
  {
    find: atWords(
      new RegExp(
        String.raw`(?=pat|pt|chi|bab|boy|gir|lad|wom|man|gen|tod|tee|inf|kid|mum|mom|dad|mot|fat|wif|hus|son|dau|bro|sis|sib|twi|par|cou|aun|unc|fri|car|gua|som|cha|fel|guy|las)(?<![a-z])${somebody}\.?,? (?:(?:is|was|who is|who's) )?(?:called) (?<value>${word}(?: ${word})?)(?![\p{L}\d])`,
        'gu',
      ),
    ),
    isLoose: true,
  },
  {
    // "her name is wren"
    find: atWords(
      new RegExp(
        String.raw`(?=her|his|the|pt|pat)(?<![a-z])(?:her|his|their|pt's|patient's) name(?:'s| is| was|:) (?<value>${word}(?: ${word})?)(?![\p{L}\d])`,
        'gu',
      ),
    ),
  },
  {
    // Two words and no more between "name" and a stop.
    find: atWords(
      new RegExp(
        String.raw`(?=nam|pt|pat)(?<![a-z])(?<=(?:^|[\n.,;:(-]) ?)(?:(?:pt|patient|pat) )?name(?: is|:)? (?<value>${word} ${word})(?= ?(?:[,.;:()\n/-]|$|\d))`,
        'gu',
      ),
    ),
    isPair: true,
  },
];

/** Words behind "name" or "surname" that are no name. */
const others =
  /^(?:and|or|but|of|in|on|at|is|was|are|the|a|an|not|no|only|first|last|then|here|there|with|without|for|from|to|by|as|it|its|that|this|his|her|their|your|my|our|etc|spelled|spelt|spelling|missing|wrong|unknown|field|redacted|removed|removal|withheld|hidden|initials?|same|different|changed|misspelled|typo|given|plus|please|pls|anyway|again|mismatch|begins?|starts?|ends?|matches|required|optional|blank|empty|column|tag|label|list|lists|entry|above|below|instead|because|cannot|can|will|would|should|must|may|might|has|had|have|been|be|does|did|who|which|what|so|too|also|yet|never|always|after|before|all|any|some|one|two|back|out|off|up|me|us|him|them|itself|came|come|goes|went|correctly|confidential|protected|secret|private|anonymous|anonymised|anonymized|confirmed|checked|taken|visible|shown|printed|written|against|into|across|until|when|while|where|drug|drugs|trial|trials|source|sources|file|files|gene|genes|suggests?|sounds?|looks?)$/;

/**
 * Names in whatever letters behind a word that announces one: "surname", "pt named", "her name is". Only what is a word
 * of the field or of everyday language is none.
 *
 * @example
 * [...findLabelledNames(readPage('surname quillfeather'))] //=> [{ type: 'name', start: 8, end: 20 }]
 */
export function* findLabelledNames({ lower, beginnings }: Page): Generator<Candidate> {
  for (const { find, isLoose, isPair } of labels) {
    for (const { value, start } of find(lower, beginnings)) {
      const [first = '', second = ''] = value.split(' ');
      if (isPair && !isName(second)) continue;
      if (!isName(first) || (isLoose && !isGivenName(first) && !isSurname(first))) continue;
      // "pt named wren needs"
      const goesOn = !isPair && /(?:ed|ing|ly|s)$/.test(second) && !isSurname(second);
      const isOfTwo = second !== '' && isName(second) && !goesOn;
      const end = start + (isOfTwo ? value.length : first.length);
      yield { type: 'name', start, end };
    }
  }
}

function isName(word: string): boolean {
  return !others.test(word) && !/n't$/.test(word) && !isCommonWord(word);
}
