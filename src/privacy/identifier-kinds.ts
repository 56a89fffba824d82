/** `block` is refused; `confirm` is asked about: the person says that it is no patient's, or edits. */
export type Tier = 'block' | 'confirm';

interface IdentifierKind {
  tier: Tier;
  /** As a refusal names it. */
  words: string;
  /** The last characters of a long number let the writer recognise it; those of a name or a date would tell too much. */
  hinted: boolean;
}

const number = (words: string): IdentifierKind => ({ tier: 'block', words, hinted: true });
const block = (words: string): IdentifierKind => ({ tier: 'block', words, hinted: false });
const confirm = (words: string): IdentifierKind => ({ tier: 'confirm', words, hinted: false });

/** Every kind the guard knows, by the list of HIPAA's Safe Harbor where it has one. */
export const identifierKinds = {
  name: block('name'),
  'date-of-birth': block('date of birth'),
  date: block('date'),
  'age-over-89': block('age over 89'),
  address: block('address'),
  postcode: block('postcode'),
  phone: number('phone number'),
  email: block('e-mail address'),
  url: block('web address'),
  'social-name': block('name on a social network'),
  'ip-address': block('network address'),
  'medical-record-number': number('medical record number'),
  'accession-number': number('accession number'),
  'health-plan-number': number('health plan number'),
  'account-number': number('account number'),
  'licence-number': number('licence number'),
  vehicle: number('vehicle number'),
  device: number('device number'),
  'social-security-number': number('social security number'),
  'nhs-number': number('NHS number'),
  'chinese-id': number('Chinese identity number'),
  'national-id': number('national identity number'),
  'possible-name': confirm('possible name'),
  'possible-initials': confirm('initials with an age'),
  'month-and-year': confirm('month with its year'),
  'guard-failure': block('text that could not be checked'),
} as const satisfies Record<string, IdentifierKind>;

export type IdentifierType = keyof typeof identifierKinds;
