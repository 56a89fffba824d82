import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';
import { type Label, labelled } from './labelled.ts';

const person = '(?:patient|pat|pt|client|person)';

/** A letter or a hyphen beside the digits, or many digits: else "slides 1-20" and "case 12" would be numbers. */
const accession =
  /^(?=.*\d.*\d.*\d.*\d)(?:[a-z]{1,4}[-./]?\d|\d{1,4}[-./]?[a-z]{1,4}[-./]?\d|\d{2}-\d{3})|^\d{6,}$/;
const strongAccession = /^(?!\d{1,3}$)/;

const labels: readonly Label[] = [
  {
    type: 'medical-record-number',
    words: String.raw`mrn|mr ?#|m\.r\.n|(?:cr|ip|op|opd|ipd|umr|umrn|ic|hn|an|vn|mrd|hid|rn|bht|phn|pin|ppn|ubrn|luhn|shn|kh|pid|er|ed|casualty|clinic|admission|in-?patient|out-?patient|indoor|outdoor|ward) ?(?:no|nr|number|#)|empi|mpi|pid|uhid|crn|urn|nhi|ipp|nhc|hrn|csn|medical records?|med ?rec|med record|hospital (?:number|no|nr|id|#)|hosp\.? ?(?:number|no|nr|id|#)|${person}[ -]?(?:id|number|no|nr|num|#)|${person}'s (?:id|number)|ur (?:number|no)|mr (?:number|no)|unit (?:number|no)|krankenakte|krankenblatt|aktenzeichen|aktennummer|k-?nr|k-no|nip|num[eé]ro (?:de )?(?:patient|s[eé]jour|admission)|n[°º] ?(?:d'admission|de s[eé]jour|de patient|de historia|hc|historia|expediente)|historia|expediente|cartella(?: clinica)?|dossiernummer|dossiernr|case sheet(?: no)?|case file|prontu[aá]rio|n[uú]mero de (?:utente|historia|paciente|processo|hc)|potilasnumero|journalnr|patientennummer|pat\.?-?nr|fallnummer|aufnahmenummer|historia cl[ií]nica|n[uú]mero de expediente|num[eé]ro de dossier|n[°º] ?(?:de )?dossier`,
    gap: 'strong',
    leastDigits: 4,
  },
  {
    type: 'medical-record-number',
    words: 'hosp|hospital',
    gap: 'bare',
    leastDigits: 5,
    shape: /^[a-z]{0,3}\d/,
  },
  {
    type: 'medical-record-number',
    words:
      'chart|record|registration|reg|file|folder|episode|encounter|visit|admission|case record|clinic|client|subject|participant|screening|enrolment|study subject|k|op|ip|opd|ipd|fin|har',
    gap: 'marked',
    leastDigits: 4,
  },
  {
    type: 'accession-number',
    words:
      'accession|acc(?:ession)? ?#|accn|access(?:ion)? no|specimen id|requisition|surgical path(?:ology)? no|einsendenummer|journalnummer',
    gap: 'strong',
    leastDigits: 4,
    shape: strongAccession,
  },
  {
    type: 'accession-number',
    words:
      'specimens?|path(?:ology)?|cytology|cyto|histo(?:logy)?|slides?|blocks?|samples?|biops(?:y|ies)|labs?|laboratory|case|surgical|surg|autopsy|request|order|report|exam(?:ination)?|study|scan|imaging|barcode|tube|container|cassette|ffpe|consult',
    gap: 'marked',
    leastDigits: 4,
  },
  {
    type: 'accession-number',
    words:
      'specimens?|path(?:ology)?|cytology|cyto|histo(?:logy)?|slides?|blocks?|samples?|biops(?:y|ies)|labs?|case|surg(?:ical)?|autopsy|accession|report|cassette|ffpe|consult',
    gap: 'bare',
    leastDigits: 4,
    shape: accession,
  },
  {
    type: 'health-plan-number',
    words:
      'insurance(?: (?:policy|member|card))?|policy|member(?:ship)?|subscriber|group|plan|payer|beneficiary|health plan|health card|health insurance|prior auth(?:ori[sz]ation)?|pre-?authori[sz]ation|claim',
    gap: 'marked',
    leastDigits: 5,
  },
  {
    type: 'health-plan-number',
    words:
      'medicaid|medicare|mbi|hicn|health card|insurance id|tricare|medi-cal|ohip|versichertennummer|versicherten-?nr|krankenversicherung(?:snummer)?|kvnr|insurance|policy',
    gap: 'strong',
    leastDigits: 5,
  },
  {
    type: 'account-number',
    words:
      'accounts?|acct|a/c|billing account|billing|invoice|bank account|iban|sort code|routing|credit card|debit card|card|kontonummer|konto',
    gap: 'strong',
    leastDigits: 5,
  },
  {
    type: 'licence-number',
    words: `driv(?:er'?s?'?|ing) licen[cs]e|licen[cs]e|dl|dea|npi|f[üu]hrerschein(?:nummer)?|permis de conduire`,
    gap: 'strong',
    leastDigits: 5,
    shape: /^(?!(?:19|20)\d\d$)/,
  },
  {
    type: 'licence-number',
    words: 'permit|certificate|gmc|nmc|hcpc|badge|dl',
    gap: 'marked',
    leastDigits: 4,
  },
  {
    type: 'device',
    words:
      'serial|s/n|udi|imei|device serial|device id|device|pacemaker|icd serial|implant|port|stent|valve|prosthesis|pump|equipment|model and serial',
    gap: 'marked',
    leastDigits: 4,
  },
  { type: 'device', words: 's/n|sn|udi|imei|serial (?:number|no)|serial', gap: 'strong', leastDigits: 4 },
  {
    type: 'national-id',
    words:
      'passport|passeport|reisepass(?:nummer)?|pasaporte|visa|national id(?:entity)?(?: card)?|identity(?: card)?|id card|ausweis(?:nummer)?|personalausweis(?:nummer)?|dni|nie|nif|cpf|curp|bsn|pesel|personnummer|cpr|fødselsnummer|henkil[öo]tunnus|insee|nir|codice fiscale|aadhaar|aadhar|adhaar|uidai?|pan|nric|mykad|rrn|tax id|tin|steuer-?id|steueridentifikationsnummer|sozialversicherungsnummer|svnr|ahv|social insurance|sin|voter id|military id|alien (?:number|registration)|green card|nino|national insurance|ni|hkid|chi|ppsn?|medicare number|ihi|cedula|c[eé]dula|rut|run|jmbg|oib|egn|cnp|tc kimlik',
    gap: 'strong',
    leastDigits: 6,
  },
  {
    type: 'nhs-number',
    words: String.raw`nhs|n\.h\.s\.?|h&c|chi`,
    gap: 'strong',
    leastDigits: 9,
  },
  {
    type: 'phone',
    words: 'wechat|weixin|whatsapp|qq|telegram|signal',
    gap: 'strong',
    leastDigits: 5,
  },
  {
    type: 'medical-record-number',
    words: 'chart|record|registration|encounter|visit|admission|episode|file|folder|inpatient|outpatient',
    gap: 'bare',
    leastDigits: 6,
    shape: /^[a-z]{0,3}-?\d[\d-]*$/,
  },
  // Last, as a label with more to say wins.
  { type: 'medical-record-number', words: 'id', gap: 'bare', leastDigits: 5 },
];

const find = labelled(labels);

/**
 * Numbers behind an English label (and the commonest of some other languages).
 *
 * @example
 * [...findLabelledNumbers(readPage('MRN: 4471902'))]
 * //=> [{ type: 'medical-record-number', start: 5, end: 12 }]
 */
export function* findLabelledNumbers({ lower, beginnings }: Page): Generator<Candidate> {
  yield* find(lower, beginnings);
}
