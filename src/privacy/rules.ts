import type { Candidate } from './finding.ts';
import type { Page } from './page.ts';
import { findAccessionNumbers } from './rules/find-accession-numbers.ts';
import { findAddresses } from './rules/find-addresses.ts';
import { findAges } from './rules/find-ages.ts';
import { findAnnouncedNames } from './rules/find-announced-names.ts';
import { findCheckedNumbers } from './rules/find-checked-numbers.ts';
import { findChineseAddresses } from './rules/find-chinese-addresses.ts';
import { findChineseLabels } from './rules/find-chinese-labels.ts';
import { findChineseNames } from './rules/find-chinese-names.ts';
import { findDates } from './rules/find-dates.ts';
import { findEmails } from './rules/find-emails.ts';
import { findFileNames } from './rules/find-file-names.ts';
import { findFormedNames } from './rules/find-formed-names.ts';
import { findFreeNames } from './rules/find-free-names.ts';
import { findHandles } from './rules/find-handles.ts';
import { findIndianAddresses } from './rules/find-indian-addresses.ts';
import { findInitials } from './rules/find-initials.ts';
import { findLabelledNames } from './rules/find-labelled-names.ts';
import { findLabelledNumbers } from './rules/find-labelled-numbers.ts';
import { findMonths } from './rules/find-months.ts';
import { findNamedPatients } from './rules/find-named-patients.ts';
import { findPhones } from './rules/find-phones.ts';
import { findPostcodes } from './rules/find-postcodes.ts';
import { findScriptNames } from './rules/find-script-names.ts';
import { findSingleNames } from './rules/find-single-names.ts';
import { findSmallNames } from './rules/find-small-names.ts';
import { findSpecialLabels } from './rules/find-special-labels.ts';
import { findTitledNames } from './rules/find-titled-names.ts';
import { findUnlistedNames } from './rules/find-unlisted-names.ts';
import { findWebAddresses } from './rules/find-web-addresses.ts';
export type Rule = (page: Page) => Iterable<Candidate>;

/** The rules that find what is refused; some also find what is asked about. A new one is a file in `rules/` and a line here. */
export const blockRules: readonly Rule[] = [
  findEmails,
  findWebAddresses,
  findCheckedNumbers,
  findSpecialLabels,
  findLabelledNumbers,
  findChineseLabels,
  findAccessionNumbers,
  findPhones,
  findDates,
  findAges,
  findAddresses,
  findIndianAddresses,
  findChineseAddresses,
  findPostcodes,
  findTitledNames,
  findNamedPatients,
  findChineseNames,
  findAnnouncedNames,
  findLabelledNames,
  findHandles,
  findScriptNames,
];

/** The rules that only find what is asked about. */
export const confirmRules: readonly Rule[] = [
  findFreeNames,
  findUnlistedNames,
  findFormedNames,
  findFileNames,
  findSmallNames,
  findSingleNames,
  findInitials,
  findMonths,
];
