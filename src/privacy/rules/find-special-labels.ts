import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import type { Page } from '../page.ts';
import { digitsOf } from './digits-of.ts';

interface SpecialLabel {
  type: IdentifierType;
  find: ReturnType<typeof atWords>;
  isValid(value: string): boolean;
}

const labels: readonly SpecialLabel[] = [
  {
    type: 'social-security-number',
    find: atWords(
      /(?=ss|soc|s\.)(?<![a-z])(?:ssn|ss ?#|ss no|s\.s\.n\.?|soc(?:ial)?(?: sec(?:urity)?)?(?! (?:media|work|hist)))(?: ?(?:number|num|no|nr|#)\.?)?[ ]{0,2}(?:is|was|[:=#-])?[ ]{0,2}(?:ending|last 4|last four|in|:| ){0,6}(?<value>\d{3}[- ]?\d{2}[- ]?\d{4}|\d{4})(?![\w-]|\.\d)/g,
    ),
    isValid: (value) => !/^(?:19|20)\d{2}$/.test(value),
  },
  {
    type: 'national-id',
    find: atWords(
      /(?=ni|nat)(?<![a-z])(?:nino|ni|national insurance)(?: ?(?:number|num|no|nr|#)\.?)?[ ]{0,2}(?:is|was|[:=#-])?[ ]{0,2}(?<value>[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d]?)(?![a-z\d])/g,
    ),
    isValid: () => true,
  },
  {
    type: 'nhs-number',
    find: atNumbers(/(?=\d{3})(?<![\w.-])(?<value>\d{3}[ -]?\d{3}[ -]?\d{4})(?= ?[(]?nhs)/g, 10),
    isValid: (value) => digitsOf(value).length === 10,
  },
  {
    type: 'vehicle',
    find: atWords(
      /(?=vin|veh|cha)(?<![a-z])(?:vin|vehicle id(?:entification)?|chassis)(?![a-z])(?: ?(?:number|no|#)\.?)?[ ]{0,2}(?:is|[:=#-])?[ ]{0,2}(?<value>[a-z\d]{11,17})(?![a-z\d])/g,
    ),
    isValid: (value) => digitsOf(value).length >= 3,
  },
  {
    type: 'vehicle',
    find: atWords(
      /(?=lic|num|reg|car|veh|pla|ken|van)(?<![a-z])(?:(?:licen[cs]e|number|reg(?:istration)?|car|vehicle) ?plates?|plates?|car reg(?:istration)?|vehicle reg(?:istration)?|reg(?:istration)? (?:no|number|mark)|kennzeichen|nummernschild|(?:car|van|vehicle) (?:no|number))(?![a-z])\.?[ ]{0,2}(?:is|was|[:=#-])?[ ]{0,2}(?<value>[a-z\d]{1,4}(?:[ ·-]?[a-z\d]{1,4}){1,3})(?![a-z\d])/g,
    ),
    isValid: (value) =>
      /\d/.test(value) &&
      /[a-z]/.test(value) &&
      value.replace(/[^a-z\d]/g, '').length >= 5 &&
      digitsOf(value).length >= 2,
  },
];

/**
 * Labelled numbers with a form of their own: social security, the NHS's before its label, national insurance, vehicles and their plates.
 *
 * @example
 * [...findSpecialLabels(readPage('license plate LN19 XYZ'))] //=> [{ type: 'vehicle', start: 14, end: 22 }]
 */
export function* findSpecialLabels({ lower, beginnings }: Page): Generator<Candidate> {
  for (const { type, find, isValid } of labels) {
    for (const { value, start, end } of find(lower, beginnings)) {
      if (isValid(value)) yield { type, start, end };
    }
  }
}
