import { plainHyphens } from '../../src/followup/plain-hyphens.ts';
import { guardText } from '../../src/privacy/guard-text.ts';

const gap = String.raw`[\s,;]+`;
/** What `/imt-followup` reads as an argument of its own: days behind their keyword, people, case codes. */
const ownArguments = [
  new RegExp(String.raw`(?<![\w-])(?:due|on|until|to|exam|scan)${gap}\d{4}-\d{2}-\d{2}(?![\w-])`, 'gi'),
  /<@[UW][A-Z0-9]{1,20}(?:\|[^<>]{0,80})?>/g,
  /(?<![\w-])CASE-\d{1,6}(?![\w-])/gi,
];
const reference = new RegExp(String.raw`(?<![\w-])(?:report|proof)${gap}(?<number>[^\s,;]+)`, 'gi');

/** Fields that ask for the number of a report. */
const referenceFields = new Set(['reportReference', 'proof']);

/** What of a typed follow-up is no argument of its own. It holds no prose then, so nothing in it may look like a person. */
export function freeTextOfFollowUp(text: string): string {
  const others = ownArguments.reduce((rest, own) => rest.replace(own, ' '), plainHyphens(text));
  return others.replace(reference, (_, number: string) => ` ${freeReference(number)} `);
}

/** The same of one field of its dialogs. */
export function freeFieldOfFollowUp(text: string, field: string): string {
  if (referenceFields.has(field)) return freeReference(text);
  return freeTextOfFollowUp(text);
}

/** A report's own number is the proof that is asked for; a name, a hospital number or a day in its place is none. */
function freeReference(number: string): string {
  const { findings } = guardText(number);
  return findings.every(({ type }) => type === 'accession-number') ? '' : number;
}
