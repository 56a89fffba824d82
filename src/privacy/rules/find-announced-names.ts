import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { headsOf } from '../heads-of.ts';
import { clinicalTails, eponymPairs, eponyms } from '../names/clinical-words.ts';
import { isCommonWord, isOfInstitution } from '../names/is-common-word.ts';
import { isGivenName, isSurname } from '../names/is-name.ts';
import { behind, capitalised, particle } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { nameLength } from './trim-name.ts';

const part = `(?:(?:[Aa]l|[Ee]l)-)?${capitalised}`;
const run = `(?<value>(?:\\p{Lu}\\. ?){0,2}(?:${particle} ){0,2}${part}(?: (?:${particle} ){0,2}${part}${behind}){0,4})${behind}`;

/** A search for one of these words, its first letter large or small, and a name with capitals behind it. */
function behindWords(words: string, between: string) {
  const capital = headsOf(words).split('|');
  const heads = capital.flatMap((head) => [head, head.charAt(0).toUpperCase() + head.slice(1)]);
  const either = words.replace(/(^|\|)([a-z])/g, (_, bar, first) => `${bar}[${first}${first.toUpperCase()}]`);
  return atWords(
    new RegExp(
      `(?=${heads.join('|')})(?<![\\p{L}\\d'-])(?:${either})(?!\\p{L})${between}(?=[\\p{L}])${run}`,
      'gu',
    ),
  );
}

const called = String.raw`(?:,? (?:named|called|namens|heißt|hieß|genannt|nommée?|appelée?|llamad[oa]|chamad[oa]|di nome|genaamd|,)|['s ]{0,2} name(?: is|:)?|:)? ?\(?`;

/** In languages whose nouns have small letters, a capital behind them begins a name. */
const patients = behindWords(
  'sr\\.?|sra\\.?|srta\\.?|dña\\.?|dhr\\.?|mw\\.?|patiente|paciente|paziente|doente|pacjentka|pacjent|pacjentki|señor|señora|señorita|signora|signorina|senhor|senhora|don|doña|mevrouw|meneer|monsieur|madame|mademoiselle|pani|pana|niño|niña|bambino|bambina|menino|menina|le petit|la petite|fillette|garçonnet|patiënt|patiënte',
  called,
);
const calledSo = behindWords(
  "se llama|s'appelle|si chiama|chama-se|nom de famille|prénom|apellidos?|cognome|sobrenome|nazwisko|nome completo|nombre",
  '(?: es|è|:| é|est)? ?',
);
/** German writes every noun with a capital: one of the words must be in the lists, or a verb of people behind. */
const germanPatients = behindWords(
  'patientin|patienten|patient|pat\\.|pat|pt|pt\\.|kind|mädchen|junge|säugling|frl\\.|nachname|vorname|namens|familienname|der kleine|die kleine|mutter|vater|ehefrau|ehemann|tochter|sohn|schwester|bruder|oma|opa|großmutter|großvater|lebensgefährtin|lebensgefährte',
  called,
);
const germanVerbs =
  /^,? (?:möchte|wünscht|lehnt|klagt|hat|hatte|ist|war|wird|wurde|kommt|bekommt|braucht|soll|stellt|will|est|a|n'a|refuse|souhaite|revient|veut|va|tolère|présente)(?!\p{L})/u;
const isNamed = / (?:named|namens|heißt|hieß|genannt) /;
const toldVerbs =
  /^ (?:is|was|has|drives|rang|called|phoned|asked|asks|wants|agreed|agrees|lives|works|also|worried|will)(?!\p{L})/u;

const relatives = behindWords(
  'nok|NOK|next of kin|sibling|brother|sister|twin|son|daughter|grandson|granddaughter|mother|father|mum|mummy|mom|dad|daddy|wife|husband|partner|spouse|aunt|auntie|uncle|niece|nephew|cousin|grandma|grandpa|granny|gran|nan|nana|grandmother|grandfather|grandad|stepmother|stepfather|stepson|stepdaughter|fiancée?|girlfriend|boyfriend|parents?|guardian|carer|baby|newborn|infant|toddler|little|mère|père|frère|sœur|soeur|fils|fille|mari|conjoint|madre|padre|hij[oa]|herman[oa]|espos[oa]|marido|abuel[oa]|mãe|pai|filh[oa]|irmã|irmão|moglie|marito|figli[oa]|fratello|sorella|(?:mum|mummy|mom|mother|father|dad|parents|wife|husband|family|son|daughter|sister|brother|carer|guardian) (?:of|to)',
  String.raw`(?:'s name)?(?: is|:|,| called| named| \(| =| -)? ?`,
);
/** Those who treat are called so too, and things. */
const loosely = /^(?:Sister|Father|Mother|Little|Partner|Parent|Twin|Nan|Son|Aunt|Fille|Fils|Mari|Pai)/;
/**
 * Names that no list need hold, behind what a patient or a relative is called in some languages of Europe. A
 * relative's is only asked about.
 *
 * @example
 * [...findAnnouncedNames(readPage('la paciente Nerea Zubieta'))] //=> [{ type: 'name', start: 12, end: 25 }]
 */
export function* findAnnouncedNames({ text, beginnings }: Page): Generator<Candidate> {
  for (const find of [patients, calledSo, germanPatients, relatives]) {
    for (const { value, start, end: stop, whole } of find(text, beginnings)) {
      const length = commonFree(value);
      const end = start + length;
      if (length === 0 || clinicalTails.test(text.slice(end, end + 24))) continue;
      const words = value.slice(0, length).split(' ');
      if (words.some((word, at) => eponymPairs.has(`${words[at - 1]}-${word}`.toLowerCase()))) continue;
      const isListed = words.some((word) => isGivenName(word) || isSurname(word));
      const isPair = words.filter((word) => /^\p{Lu}/u.test(word)).length > 1;
      if (
        find === germanPatients &&
        !isListed &&
        !isNamed.test(text.slice(stop - whole.length, start)) &&
        !germanVerbs.test(text.slice(end, end + 20))
      )
        continue;
      const opening = text.slice(stop - whole.length, start);
      if (find === calledSo && ofThing.test(text.slice(Math.max(0, stop - whole.length - 20), start)))
        continue;
      if (find === relatives) {
        // Relatives are told of with their disease.
        if (eponyms.has(value.toLowerCase()) || words.some(isOfInstitution)) continue;
        const isTold = /^(?:Son|Mother|Father)/.test(opening) && toldVerbs.test(text.slice(end, end + 20));
        if (loosely.test(opening) && !(isPair && isListed) && !isTold) continue;
      }
      yield { type: find === relatives ? 'possible-name' : 'name', start, end };
    }
  }
}

const ofThing =
  /(?:estudio|ensayo|fármaco|medicamento|étude|essai|médicament|studio|farmaco|gen[eè]?|gène|archivo|fichier|file|programa|commercial|comercial|genérico) (?:que )?(?:se llama|s'appelle|si chiama|chama-se|nombre|nom)?/iu;

/** How much of a run comes before the first word that is no part of any name. */
function commonFree(value: string): number {
  const trimmed = value.slice(0, nameLength(value));
  let length = 0;
  for (const { 0: word, index } of trimmed.matchAll(/[^ ]+/g)) {
    if (/^\p{Lu}\p{L}/u.test(word) && isCommonWord(word)) break;
    if (/^\p{Lu}/u.test(word)) length = index + word.length;
  }
  return length;
}
