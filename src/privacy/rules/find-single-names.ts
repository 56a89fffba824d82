import { atCapitals } from '../at-capitals.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { clinicalWords } from '../names/clinical-words.ts';
import { isGivenName } from '../names/is-name.ts';
import { behind, capitalised } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';

const related = atWords(
  new RegExp(
    String.raw`(?=hus|wif|mot|fat|son|dau|bro|sis|mum|mom|dad|par|nep|nie|gra)(?<![\p{L}\d])(?:husband|wife|mother|father|son|daughter|brother|sister|mum|mom|dad|partner|nephew|niece|grandson|granddaughter|grandmother|grandfather),? (?<value>${capitalised})${behind}`,
    'gu',
  ),
);
/** What a person does, and no author, gene or drug. */
const acting = atCapitals(
  new RegExp(
    String.raw`(?=\p{Lu})(?<![\p{L}\p{M}\d.'-])(?<!(?:San|Santa|Saint|St\.?|New|Port|Fort|MD|Los|Las) )(?<value>${capitalised})(?= (?:has (?:a|an|had|been|no|now|pain|progressed|relapsed|responded|recovered)|had (?:a|an|her|his|surgery)|is (?:a|an|now|well|on|due|in|\d)|was (?:a|an|admitted|seen|started|given|discharged|referred|operated|born|on)|underwent|relapsed|recurred|progressed|needs|wants|asks|asked|called|phoned|lives|came|says|bled|refuses|declines|tolerated)(?![\p{L}\d]))`,
    'gu',
  ),
);

/** "J Kowalski, 54F": with an age behind it, it cites nobody. */
const aged = atCapitals(
  new RegExp(
    String.raw`(?=\p{Lu}[. ])(?<![\p{L}\p{M}\d.'-])(?<value>\p{Lu}\.? ?${capitalised})(?=,? \(?(?:aged? )?\d{1,2} ?(?:[MFmf](?![\p{L}\d])|y(?![a-z])|yo|y/o|yr|year|-year))`,
    'gu',
  ),
);

/**
 * A name that no surname or no given name goes with, where its surroundings say that it is a person's: a relative, one
 * who does what patients do, an initial and an age.
 *
 * @example
 * [...findSingleNames(readPage('her husband Ahmed agrees'))] //=> [{ type: 'possible-name', start: 12, end: 17 }]
 */
export function* findSingleNames({ text, beginnings }: Page): Generator<Candidate> {
  for (const { value, start } of aged(text, beginnings)) {
    const family = value.split(/[ .]+/).at(-1) ?? '';
    if (!clinicalWords.has(family.toLowerCase()))
      yield { type: 'possible-name', start, end: start + value.length };
  }
  for (const find of [related, acting]) {
    for (const { value, start } of find(text, beginnings)) {
      if (isGivenName(value) && !clinicalWords.has(value.toLowerCase()))
        yield { type: 'possible-name', start, end: start + value.length };
    }
  }
}
