import { calendarText } from '../../src/calendar/calendar-text.ts';
import { scansForCalendar } from './scans-for-calendar.ts';

/** Under the zone of its environment: the offset in winter, then the file. */
process.stdout.write(`${new Date(Date.UTC(2027, 0, 1)).getTimezoneOffset()}\n`);
process.stdout.write(calendarText('IMT Board: my scans', scansForCalendar, Date.UTC(2027, 0, 1)));
