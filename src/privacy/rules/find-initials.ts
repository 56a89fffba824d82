import { atCapitals } from '../at-capitals.ts';
import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const age = String.raw`(?:(?:aged? )?\d{1,2}(?: ?[MF](?![\p{L}\d])|[ -]?(?:years?|yrs?|yr|y)[ -]?(?:old|\/?o(?![a-z])|o)|[ ]?(?:yo|y\/o)(?![a-z])|[ ]?[岁歲]|m(?![\p{L}\d])|f(?![\p{L}\d])))`;
const before = atCapitals(
  new RegExp(
    String.raw`(?=\p{Lu}[^a-z ])(?<![\p{L}\d.'-])(?<initials>\p{Lu}\. ?\p{Lu}\.(?: ?\p{Lu}\.)?|\p{Lu}{2}|\p{Lu}\p{Lu}\p{Lu}?(?=,? \(?(?:aged)? ?\d))[ ,:;(/-]{1,3}${age}`,
    'gu',
  ),
);
const aged = String.raw`(?<![\p{L}\d.-])${age}[ ,:;(/-]{1,3}(?<initials>\p{Lu}\. ?\p{Lu}\.(?: ?\p{Lu}\.)?)`;
const behind = [
  atNumbers(new RegExp(String.raw`(?=\d)${aged}`, 'gu'), 1),
  atWords(new RegExp(`(?=aged)${aged}`, 'gu')),
];
const labelled = atWords(
  /(?=initials)(?<![a-z])(?:initials)(?: are| is|:)? ?(?<value>[a-z]\.? ?[a-z]\.?(?: ?[a-z]\.?)?)(?![\p{L}\d])/gu,
);

/** Two or three capitals before an age that are no initials. */
const abbreviations = new Set(
  `IMT ALK RMS UPS LMS MFS RT CT PT ER ED GI GU CC ID DX HX TX SX FX RX BX PS OK NED CR PR SD PD ROS RET TFG UK US EU AU NZ
  MRI PET MDT ENT ICU OPD MR XR IR IV IM PO SC BD QD BID TID PRN HPI PMH ECOG KPS BMI BP HR RR WT HT DM HTN MI HF AF
  CKD TB HIV HBV HCV MS RA SLE LN RUL RLL LUL LLL RML LLQ RUQ LUQ RLQ AP PA VS AND OR FOR THE MAN BOY HER HIS AGE SEX
  NO ON IN AT BY IS AS TO OF WE HE IT SO IF AN CASE GY RO MO HPF FNA TKI OS PFS DFS EFS LC RFS LR DM MM CM MG KG IHC
  FISH NGS RNA DNA PCR WES SMA PTV CTV GTV OAR SBRT VMAT BED GIST DSRCT PNET ES SS EHE SFT MPNST WHO NIH FDA EMA NCI
  DOB MRN NHS SSN PMID DOI APP NP RN MD DO GP SHO CNS AI EML FU F/U FUP STS SIB LAR APR EUS ERCP CXR USS AXR
  WLE TAH BSO RPLND VATS LND SLN LL UL RL LT RT BL TOT WBC HB PLT CRP ESR LDH GFR EGFR AST ALT`.split(/\s+/),
);

/**
 * Initials beside an age: few patients of a town share both.
 *
 * @example
 * [...findInitials(readPage('KB, 47M'))] //=> [{ type: 'possible-initials', start: 0, end: 7 }]
 */
export function* findInitials({ text, lower, beginnings }: Page): Generator<Candidate> {
  if (!/\d/.test(text) && !lower.includes('initials')) return;
  for (const find of [before, ...behind]) {
    for (const { start, end, groups } of find(text, beginnings)) {
      const initials = groups.initials ?? '';
      // "54 MU/27F": monitor units behind their number.
      if (initials === 'MU' && /\d ?$/.test(text.slice(Math.max(0, start - 2), start))) continue;
      if (initials.includes('.') || (initials.length === 2 && !abbreviations.has(initials)))
        yield { type: 'possible-initials', start, end };
    }
  }
  for (const { start, end } of labelled(lower, beginnings)) yield { type: 'possible-initials', start, end };
}
