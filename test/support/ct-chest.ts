import { day, person, written } from './board-talk.ts';

/** A series of five dates, as it is typed behind `add`. */
export const ctChest =
  'CASE-12 CT chest due 2026-11-30 window 14d owner <@U1|ada> backup <@U2|ben> every 3 months until 2027-11-30';

/** The proof on which one of them closes, as it is typed behind `done CASE-12`, and as its dialog is filled in. */
export const proof = 'exam 2026-11-20 report RPT-1 reviewer <@U3>';
export const proofValues = {
  examOn: day('2026-11-20'),
  reportReference: written('RPT-1'),
  reviewedBy: person('U3'),
};
