import type { Particles } from './particles.ts';
import type { TokenKind } from './token.ts';

/** What a number in a schedule was written as: `54 Gy`, `27F`, or a bare `60`. */
export interface Amount {
  kind: 'dose' | 'count' | 'bare';
  value: number;
  /** Gy of one unit as written; 1 for a bare number until its unit is decided. */
  unitGy: number;
  decimals: number;
  /** `2 Gy/fx`, `2 Gy per fraction`, `2 Gy daily`. */
  perFraction: boolean;
  /** `45 Gy total`. */
  total: boolean;
  /** `1.5 Gy BID`: how often stands right behind it. */
  rated?: true;
  commaThousands: boolean;
  text: string;
  /** The unknown word right behind a bare number: the unit of something else (`54 mg`), a site, prose. */
  followedBy?: string;
  /** The signs and small words between the amount before (or the start) and this one. */
  before: ReadonlySet<TokenKind>;
}

/** All that stands in one phase, before it is known which number is which. */
export interface PhaseNotes {
  amounts: Amount[];
  fractionsPerDay?: number;
  fractionsPerWeek?: number;
  overallDays?: number;
  overallWeeks?: number;
  /** `x 15 days`: days with treatment, where `over 15 days` may have others. */
  treatmentDays?: number;
  /** Of protons or ions, as written. */
  particles?: Particles;
  rbeWeighted: boolean;
  approximate: boolean;
  simultaneous: boolean;
  /** `54 Gy/30F total`. */
  endsWithTotal: boolean;
  ignoredWords: string[];
}
