import type { WorkingLine } from './show-working.ts';

export interface FormulaSource {
  label: string;
  url: string | null;
}

/** Where the formula of each quantity was read; what was not opened says so. */
export const formulaSource: Record<WorkingLine['quantity'], FormulaSource> = {
  'overall time': { label: 'a count of days', url: null },
  BED: { label: 'Fowler 2010', url: 'https://doi.org/10.1259/bjr/31372149' },
  EQD2: {
    label: 'wording of the ICRU, copied at ICRPædia',
    url: 'http://icrpaedia.org/index.php?printable=yes&title=Equieffective_dose',
  },
  'BED, incomplete repair': { label: 'after Thames; its printed source was not opened', url: null },
  'BED, LQ-L': {
    label: 'form of Astrahan, as in Voyant and Julian 2017',
    url: 'https://radiooncologyjournal.com/articles/jro-aid1005.php',
  },
  'BED, repopulation': { label: 'after Fowler 1989', url: 'https://doi.org/10.1259/0007-1285-62-740-679' },
  'iso-effect': { label: 'the BED formula, solved for the dose per fraction', url: null },
};
