import type { CaseSite } from '../../../knowledge/schema.ts';
import { UserError } from '../../errors.ts';
import { editDistance } from '../edit-distance.ts';
import { foldText } from '../fold-text.ts';
import { type CaseProfile, decadeOf } from './case-profile.ts';

type Told = { [P in keyof CaseProfile]: CaseProfile[P][] };

const example = '`/imt-cases age 26 trachea ALK-negative unresected`';
const longest = 300;
const oldestYears = 120;

const alkPattern =
  /\balk\s*(?:status\s*)?(?:[-–−:]?\s*(positive|negative|pos|neg)\b|([+−–-])(?![\p{L}\p{N}]))/giu;
const agePattern =
  /\b(?:aged?\s*:?\s*)(\d{1,3})s?(?:\s*[-–]\s*(\d{1,3}))?(?![\p{N}.])|\b(\d{1,3})(?:s|\s*-?\s*(?:y\/?o|yrs?|years?|y)(?:\s*-?\s*olds?)?)(?![\p{L}\p{N}])/giu;

const treatmentWords: readonly [string, Partial<CaseProfile>][] = [
  ['complete resection', { resection: ['complete'] }],
  ['completely resected', { resection: ['complete'] }],
  ['resected completely', { resection: ['complete'] }],
  ['complete', { resection: ['complete'] }],
  ['incomplete resection', { resection: ['incomplete'] }],
  ['incompletely resected', { resection: ['incomplete'] }],
  ['resected incompletely', { resection: ['incomplete'] }],
  ['subtotal resection', { resection: ['incomplete'] }],
  ['partial resection', { resection: ['incomplete'] }],
  ['incomplete', { resection: ['incomplete'] }],
  ['subtotal', { resection: ['incomplete'] }],
  ['not resected', { resection: ['unresected'] }],
  ['no resection', { resection: ['unresected'] }],
  ['unresected', { resection: ['unresected'] }],
  ['unresectable', { resection: ['unresected'] }],
  ['inoperable', { resection: ['unresected'] }],
  ['biopsy only', { resection: ['unresected'] }],
  ['resected', { resection: ['complete', 'incomplete'] }],
  ...['radiotherapy', 'radiation', 'rt'].flatMap((word): [string, Partial<CaseProfile>][] => [
    [`no ${word}`, { radiotherapy: false }],
    [`without ${word}`, { radiotherapy: false }],
    [word, { radiotherapy: true }],
  ]),
  ['not irradiated', { radiotherapy: false }],
  ['irradiated', { radiotherapy: true }],
];

const fillers = new Set(
  'a an and at by case cases for imt in lesion of old patient patients site the tumor tumour with years year or older'.split(
    ' ',
  ),
);

/**
 * What a person may ask the published cases for, as typed parts: an age (kept as its decade), a site of the table of
 * sites, ALK status, resection, radiotherapy. Anything else is refused, and never repeated, since it may be a patient's.
 * Throws `UserError` with what can be asked.
 *
 * @example
 * parseCaseQuestion('age 26 trachea ALK-negative', caseSites)
 * //=> { ageDecade: 20, siteGroup: 'lung-airway', alk: 'negative', resection: null, radiotherapy: null }
 */
export function parseCaseQuestion(text: string, caseSites: readonly CaseSite[]): CaseProfile {
  if (text.length > longest)
    throw new UserError(`That is longer than a question to the published cases can be. Write ${example}.`);
  const told: Told = { ageDecade: [], siteGroup: [], alk: [], resection: [], radiotherapy: [] };
  const withoutAlk = text.replace(alkPattern, (_, word: string | undefined, sign: string | undefined) => {
    told.alk.push(sign === '+' || word?.toLowerCase().startsWith('pos') ? 'positive' : 'negative');
    return ' , ';
  });
  const withoutAge = withoutAlk.replace(agePattern, (_, behind?: string, until?: string, before?: string) => {
    const years = [behind ?? before, until].filter((one) => one !== undefined).map(Number);
    if (years.some((one) => one > oldestYears))
      throw new UserError(`An age is written in years, from 0 to ${oldestYears}. Write ${example}.`);
    told.ageDecade.push(...years.map(decadeOf));
    return ' , ';
  });
  const phrases = [
    ...caseSites.flatMap(({ group, label, terms }) =>
      [group, label, ...terms].map((term): [string, Partial<CaseProfile>] => [term, { siteGroup: group }]),
    ),
    ...treatmentWords,
  ];
  const unused = takePhrases(` ${foldText(withoutAge)} `, phrases, told);
  if (unused.length > 0) throw new UserError(notAskable(unused, phrases, caseSites));
  const profile = oneOfEach(told);
  if (Object.values(profile).every((part) => part === null)) throw new UserError(whatToAsk(caseSites));
  return profile;
}

/** Takes each phrase out of the text, the longest first; what remains besides filling words was not understood. */
function takePhrases(text: string, phrases: readonly [string, Partial<CaseProfile>][], told: Told): string[] {
  let rest = text;
  for (const [phrase, part] of phrases.toSorted(([a], [b]) => b.length - a.length)) {
    const words = ` ${foldText(phrase)} `;
    if (!rest.includes(words)) continue;
    rest = rest.replaceAll(words, ' / ');
    for (const [name, value] of Object.entries(part)) (told[name as keyof Told] as unknown[]).push(value);
  }
  return rest.split(/[\s/]+/).filter((word) => word !== '' && !fillers.has(word));
}

const partNames: Record<keyof CaseProfile, string> = {
  ageDecade: 'ages',
  siteGroup: 'sites',
  alk: 'ALK results',
  resection: 'resections',
  radiotherapy: 'answers on radiotherapy',
};

function oneOfEach(told: Told): CaseProfile {
  const one = <P extends keyof CaseProfile>(part: P): CaseProfile[P] | null => {
    const different = new Set(told[part].map((value) => JSON.stringify(value)));
    if (different.size > 1)
      throw new UserError(`You name several ${partNames[part]}: write one. For example ${example}.`);
    return told[part][0] ?? null;
  };
  return {
    ageDecade: one('ageDecade'),
    siteGroup: one('siteGroup'),
    alk: one('alk'),
    resection: one('resection'),
    radiotherapy: one('radiotherapy'),
  };
}

/** The nearest words that can be asked are named; what was written is not. */
function notAskable(
  unused: readonly string[],
  phrases: readonly [string, unknown][],
  caseSites: readonly CaseSite[],
): string {
  const near = phrases.filter(([phrase]) => unused.some((word) => isNear(word, foldText(phrase))));
  const offer =
    near.length === 0
      ? ''
      : ` Did you mean ${[...new Set(near.map(([phrase]) => phrase))].slice(0, 3).join(', ')}?`;
  const count = unused.length === 1 ? 'One of your words is' : `${unused.length} of your words are`;
  return `${count} not among what published cases can be asked for.${offer} ${whatToAsk(caseSites)}`;
}

function isNear(word: string, phrase: string): boolean {
  return word.length >= 4 && word.length <= 40 && editDistance(word, phrase) <= Math.floor(phrase.length / 4);
}

function whatToAsk(caseSites: readonly CaseSite[]): string {
  const sites = caseSites.map(({ label, terms }) => terms[0] ?? label).join(', ');
  return `Write an age in years (kept as its decade), a site (${sites}), ALK-positive or ALK-negative, resected (complete or incomplete) or unresected, radiotherapy or no radiotherapy; for example ${example}. No other detail of a patient belongs here.`;
}
