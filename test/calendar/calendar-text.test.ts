import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../src/calendar/calendar-text.ts';
import { book } from '../../src/followup/book.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { MODALITIES } from '../../src/followup/vocabulary.ts';
import { followUp, occurrence, scansForCalendar } from './scans-for-calendar.ts';

const nowMs = Date.UTC(2027, 0, 1, 9);
const write = (scans: readonly Scan[]) => calendarText('IMT Board: my scans', scans, nowMs);

/** Read by another library than the one that wrote it; it throws when a line is not iCalendar. */
function eventsIn(text: string): { event: ICAL.Event; of(name: string): unknown }[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    of: (name) => component.getFirstPropertyValue(name),
  }));
}

describe('a calendar', () => {
  it('has an all-day entry for each date, named by case code and modality', () => {
    const events = eventsIn(write(scansForCalendar));
    expect(events.map(({ event }) => [event.startDate.toString(), event.startDate.isDate])).toEqual(
      scansForCalendar.map((scan) => [scan.occurrence.targetOn, true]),
    );
    expect(new Set(events.map(({ event }) => event.summary))).toEqual(new Set(['CASE-12 CT']));
    expect(new Set(events.map(({ event }) => event.uid)).size).toBe(events.length);
  });

  it('says nothing else of the case: no body site, no person, no window, no anchor', () => {
    const text = write(scansForCalendar);
    expect(text).not.toMatch(
      /chest|U0ADA|U0BEN|radiotherapy|contrast|C0BOARD|T0TEAM|DESCRIPTION|ATTENDEE|ORGANIZER/,
    );
    const names = new Set(text.match(/^[A-Z-]+(?=[:;])/gm));
    expect(names).toEqual(
      new Set([
        ...['BEGIN', 'VERSION', 'PRODID', 'METHOD', 'NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL'],
        ...['X-PUBLISHED-TTL', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'TRANSP', 'STATUS'],
        ...['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT', 'CLASS', 'END'],
      ]),
    );
  });

  it('is private, and keeps nobody’s day busy', () => {
    const [first] = eventsIn(write(scansForCalendar));
    expect(first?.of('class')).toBe('PRIVATE');
    expect(first?.of('transp')).toBe('TRANSPARENT');
  });

  it('moves an entry to its appointment, under the same name and a higher number', () => {
    const act = { by: 'U0ADA', atMs: nowMs, todayOn: '2027-01-01' };
    const booked = book(occurrence, '2027-03-20', act).occurrence;
    const [before] = eventsIn(write([{ followUp, occurrence }]));
    const [after] = eventsIn(write([{ followUp, occurrence: { ...booked, version: 2 } }]));
    expect(before?.of('status')).toBe('TENTATIVE');
    expect(after?.of('status')).toBe('CONFIRMED');
    expect(after?.event.startDate.toString()).toBe('2027-03-20');
    expect(after?.event.uid).toBe(before?.event.uid);
    expect(after?.event.sequence).toBeGreaterThan(before?.event.sequence ?? 0);
  });

  it('numbers an entry higher when its examination was edited', () => {
    const edited = { ...followUp, modality: 'MRI', version: 2 };
    const [before] = eventsIn(write([{ followUp, occurrence }]));
    const [after] = eventsIn(write([{ followUp: edited, occurrence }]));
    expect(after?.event.sequence).toBeGreaterThan(before?.event.sequence ?? 0);
  });

  it('without dates is still one that calendars read', () => {
    expect(eventsIn(write([]))).toEqual([]);
  });

  it('is the same whatever the zone of the server', () => {
    const script = fileURLToPath(new URL('print-calendar.ts', import.meta.url));
    const printed = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Pacific/Kiritimati'].map((TZ) =>
      execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(printed.map((text) => text.split('\n')[0])).toEqual(['0', '300', '-780', '-840']);
    expect(new Set(printed.map((text) => text.slice(text.indexOf('\n')))).size).toBe(1);
    const dates = scansForCalendar.map((scan) => scan.occurrence.targetOn.replaceAll('-', ''));
    expect(printed[0]?.match(/(?<=DTSTART;VALUE=DATE:)\d+/g)).toEqual(dates);
  });
});

describe('a calendar’s lines', () => {
  const caseCode = fc.stringMatching(/^[A-Z]{1,12}-\d{1,6}$/);

  it('end as the format wants, also the last, and are never longer than 75 octets', () => {
    fc.assert(
      fc.property(caseCode, fc.constantFrom(...MODALITIES), (code, modality) => {
        const text = write([{ followUp: { ...followUp, caseCode: code, modality }, occurrence }]);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(eventsIn(text)[0]?.event.summary).toBe(`${code} ${modality}`);
      }),
    );
  });

  it('give any text back as it was, folded and escaped between', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((one) => one.trim());
    const printable = text.filter((one) => one !== '' && !/\p{C}|[\u2028\u2029]/u.test(one));
    fc.assert(
      fc.property(printable, (modality) => {
        const [read] = eventsIn(write([{ followUp: { ...followUp, modality }, occurrence }]));
        expect(read?.event.summary).toBe(`CASE-12 ${modality}`);
      }),
    );
  });
});
