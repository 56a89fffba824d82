const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2027-02-23` as 23 February 2027. */
export function calendarDay(on: string): string {
  return format.format(Date.parse(on));
}
