import ICAL from 'ical.js';
import { expect } from 'vitest';

/** What a calendar that fetches this link shows, as `2026-11-30 CASE-12 CT`. */
export async function summaries(link: string): Promise<string[]> {
  const answer = await fetch(link);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
    .map(({ startDate, summary }) => `${startDate} ${summary}`);
}
