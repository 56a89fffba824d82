import { model } from './model.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day with its weekday, where the app is. */
export function dayOf(at: Date): string {
  return written(at, 'day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** As `09:00`, where the app is. */
export function timeOfDay(at: Date): string {
  return written(at, 'time', { hour: '2-digit', minute: '2-digit' });
}

export function fullTime(at: Date): string {
  return `${dayOf(at)}, ${timeOfDay(at)}`;
}

function written(at: Date, name: string, options: Intl.DateTimeFormatOptions): string {
  const timeZone = model.state?.clock.timeZone ?? 'UTC';
  const key = `${name} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(key, format);
  return format.format(at);
}
