import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, clinicalWords, eponymPairs } from '../names/clinical-words.ts';
import { isCommonWord } from '../names/is-common-word.ts';
import { isGivenName, isStrongSurname, isSurname, isWordName } from '../names/is-name.ts';
import { ordinarySurnames } from '../names/judged-names.ts';
import type { Page } from '../page.ts';

const pair = String.raw`(?<given>\p{Ll}{3,24}) (?<surname>\p{Ll}[\p{Ll}'-]{3,24})(?![\p{L}\d])`;
const announced = atWords(
  new RegExp(
    String.raw`(?=dis|abo|rev|reg|re|for|see|pls|ple|mas|Dis|Abo|Rev|Reg|Re|For|See|Pls|Ple|Mas)(?<![\p{L}\d])(?:[Dd]iscuss(?:ing)?|[Aa]bout|[Rr]eview|[Rr]egarding|[Rr]e:?|[Ff]or|[Ss]ee|[Pp]ls|[Pp]lease|[Mm]aster)(?= ${pair})`,
    'gu',
  ),
);
const opening = new RegExp(String.raw`(?<before>(?:^|\n) ?)${pair}`, 'gu');

/**
 * A given name and a surname in small letters, which would be too many words of a sentence: only where a line begins or
 * behind a word that announces a person, and only of names that are no words.
 *
 * @example
 * [...findSmallNames(readPage('discuss fatima khan please'))] //=> [{ type: 'possible-name', start: 8, end: 19 }]
 */
export function* findSmallNames({ text, beginnings }: Page): Generator<Candidate> {
  const behind = announced(text, beginnings).map(({ end, groups }) => ({ start: end + 1, groups }));
  const opened = [...text.matchAll(opening)].map(({ index, groups = {} }) => ({
    start: index + (groups.before?.length ?? 0),
    groups,
  }));
  for (const { start, groups } of [...behind, ...opened]) {
    const { given = '', surname = '' } = groups;
    const family = surname.replace(/'s$/, '');
    const end = start + given.length + 1 + family.length;
    const isAged = aged.test(text.slice(end, end + 8)) && isPartlyName(given, family);
    if ((isAged || isName(given, family)) && !clinicalTails.test(text.slice(end, end + 24)))
      yield { type: 'possible-name', start, end };
  }
}

/** "cressida quill (33F)" */
const aged = /^,? \(?\d{2} ?[MFmf](?![\p{L}\d])/u;

/** With an age behind them one of the two in the lists is enough. */
function isPartlyName(given: string, surname: string): boolean {
  if (isCommonWord(given) || isCommonWord(surname) || eponymPairs.has(`${given}-${surname}`)) return false;
  return isGivenName(given) || isStrongSurname(surname);
}

function isName(given: string, surname: string): boolean {
  const isWord = [given, surname].some((word) => clinicalWords.has(word)) || ordinarySurnames.has(surname);
  if (isWord || eponymPairs.has(`${given}-${surname}`)) return false;
  return (isGivenName(given) || isWordName(given)) && isSurname(surname) && !isWordName(surname);
}
