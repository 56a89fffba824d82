import { UserError } from '../errors.ts';

/** Why a schedule, an option or a number was refused. */
export type DoseErrorCode =
  | 'NO_REGIMEN_FOUND'
  | 'FRACTIONS_MISSING'
  | 'DOSE_MISSING'
  | 'PHASE_INCOMPLETE'
  | 'UNPARSED_TAIL'
  | 'DOSE_MISMATCH'
  | 'FRACTIONS_NOT_INTEGER'
  | 'FRACTIONS_NOT_POSITIVE_INTEGER'
  | 'DOSE_NOT_POSITIVE'
  | 'FRACTIONS_IMPLAUSIBLE'
  | 'DOSE_PER_FRACTION_IMPLAUSIBLE'
  | 'TOTAL_DOSE_IMPLAUSIBLE'
  | 'BOUND_NOT_A_REGIMEN'
  | 'RANGE_NOT_A_REGIMEN'
  | 'SIMULTANEOUS_LEVELS'
  | 'UNIT_NOT_SUPPORTED'
  | 'NUMBER_FORMAT'
  | 'ALPHA_BETA_NOT_POSITIVE'
  | 'OPTION_INVALID'
  | 'TEXT_TOO_LONG'
  | 'TOO_MANY_REGIMENS';

/**
 * What cannot be read or computed as a dose, in words that say what to write instead.
 *
 * @example
 * throw new DoseError('FRACTIONS_MISSING', '"60 Gy" has no number of fractions. Write `60 Gy/30F`.');
 */
export class DoseError extends UserError {
  override name = 'DoseError';
  readonly code: DoseErrorCode;

  constructor(code: DoseErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
