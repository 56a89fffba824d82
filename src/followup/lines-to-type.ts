/** Lines that a refusal shows, to be typed with the person's own case code and facts. */
export const LINES_TO_TYPE = {
  done: '`/imt-followup done CASE-12 exam 2027-02-20 report RPT-1 reviewer @c`',
  elsewhere:
    '`/imt-followup close CASE-12 completed-elsewhere exam 2027-02-20 report RPT-1`, or `witness @d` in place of the report',
  reassign: '`/imt-followup reassign CASE-12 owner @d`',
  attempt: '`/imt-followup attempt CASE-12 on 2027-04-02 by phone`',
} as const;
