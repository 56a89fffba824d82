import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { FollowUp, Occurrence } from '../followup/follow-up.ts';
import type { Scan } from '../followup/follow-up-records.ts';

/** How often a calendar should ask again; most ask as often as they like. */
const refreshSeconds = 3600;

/**
 * Open scans as an iCalendar file (RFC 5545): one all-day entry a date, by its appointment if there is one. It goes to
 * calendars that the hospital does not run, so it says no more than case code and modality. `name` may hold no comma
 * or semicolon; `nowMs` is epoch milliseconds.
 *
 * @example
 * calendarText('IMT Board', scans, nowMs) // 'BEGIN:VCALENDAR\r\n…SUMMARY:CASE-12 CT\r\n…'
 */
export function calendarText(name: string, scans: readonly Scan[], nowMs: number): string {
  const calendar = ical({
    prodId: { company: 'IMT Board', product: 'Follow-up imaging', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    name,
  });
  for (const { followUp, occurrence } of scans)
    calendar.createEvent({
      id: `${occurrence.id}@imt-board`,
      sequence: timesChanged(followUp, occurrence),
      stamp: new Date(nowMs),
      // Midnight UTC of the calendar date: the library writes the date that UTC has, whatever the server's zone.
      start: new Date(`${occurrence.appointmentOn ?? occurrence.targetOn}T00:00:00Z`),
      allDay: true,
      summary: `${followUp.caseCode} ${followUp.modality}`,
      status: occurrence.appointmentOn === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
    });
  // Each line ends so, also the last.
  return `${calendar.toString()}\r\n`;
}

/** A calendar keeps what it has unless this grew: with each change of the date, or of what it is a date of. */
function timesChanged(followUp: FollowUp, occurrence: Occurrence): number {
  return followUp.version + occurrence.version;
}
