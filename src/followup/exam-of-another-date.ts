import { UserError } from '../errors.ts';
import type { Occurrence } from './follow-up.ts';

/** An exam that lies in the window of a date that is closed already: `holder`, whose card says by whom and with what. */
export class ExamOfAnotherDate extends UserError {
  readonly holder: Occurrence;

  constructor(message: string, holder: Occurrence) {
    super(message);
    this.holder = holder;
  }
}
