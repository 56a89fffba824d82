import type { BoardSettings, LadderRung } from '../../src/followup/follow-up.ts';

/** One date of the year, and what somebody does about it. */
export interface YearScan {
  caseCode: string;
  ownerId: string;
  backupId: string;
  targetOn: string;
  windowDays: number;
  intervalDays: number | null;
  deed?:
    | { kind: 'booked'; on: string; appointmentOn: string }
    | { kind: 'completed' | 'deceased'; on: string };
}

interface Promised {
  caseCode: string;
  to: string;
  /** Held back by a booking within the window. */
  heldByBooking: boolean;
  /** The first calendar day of whoever gets it on which it may be sent. */
  on: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * What the settings promise, read off them without the app's own calendar: it walks through the year an hour at a
 * time and asks of each promise whether the clock where its reader is shows the board's hour on a working day.
 * A line for each message: the instant, who gets it, the cases it names.
 */
export function promisedMessages(
  scans: readonly YearScan[],
  settings: BoardSettings,
  zones: Readonly<Record<string, string>>,
  { fromMs, toMs, deedHourUtc }: { fromMs: number; toMs: number; deedHourUtc: number },
): string[] {
  const startedOn = localTime(fromMs, settings.timeZone).on;
  const waiting = scans.map((scan) => promisesOf(scan, settings, startedOn, isoDay(toMs + dayMs)));
  const allZones = [...new Set([settings.timeZone, ...Object.values(zones)])];
  const lines: string[] = [];
  for (let nowMs = fromMs; nowMs < toMs; nowMs += hourMs) {
    const now = new Map<string, Set<string>>();
    const clocks = new Map(allZones.map((zone) => [zone, localTime(nowMs, zone)]));
    for (const [at, promises] of waiting.entries())
      waiting[at] = promises.filter((promise) => {
        const clock = clocks.get(zones[promise.to] ?? settings.timeZone);
        if (clock?.time !== settings.sendAt || clock.on < promise.on) return true;
        if (!settings.workingDays.includes(clock.weekday)) return true;
        now.set(promise.to, (now.get(promise.to) ?? new Set()).add(promise.caseCode));
        return false;
      });
    for (const [to, cases] of now)
      lines.push(`${new Date(nowMs).toISOString()} ${to} ${[...cases].sort().join(' ')}`);
    if (new Date(nowMs).getUTCHours() === deedHourUtc)
      for (const [at, scan] of scans.entries())
        if (scan.deed?.on === isoDay(nowMs)) waiting[at] = afterDeed(waiting[at] ?? [], scan);
  }
  return lines;
}

/** Every promise of a scan that nobody touches, with the board lead's repetition until the year is over. */
function promisesOf(scan: YearScan, settings: BoardSettings, startedOn: string, endOn: string): Promised[] {
  const { caseCode, targetOn, windowDays, intervalDays } = scan;
  const share = intervalDays === null ? 1 : Math.min(1, intervalDays / settings.fullLadderIntervalDays);
  const to = (role: LadderRung['role']) =>
    ({
      ...{ owner: scan.ownerId, backup: scan.backupId },
      ...{ 'board-lead': settings.boardLeadId ?? '', channel: settings.board.channelId },
    })[role];
  const promises: Promised[] = [];
  let lastDays = 0;
  let lastOn = '';
  for (const { role, from, days } of settings.ladder) {
    const scaled = days === 0 ? 0 : Math.sign(days) * Math.max(1, Math.round(Math.abs(days) * share));
    const heldByBooking = from === 'target' && role === 'owner';
    const windowEndOn = later(plusDays(targetOn, windowDays), startedOn);
    if (from === 'window-end') lastDays = Math.max(scaled, lastDays + 1);
    const on = from === 'window-end' ? plusDays(windowEndOn, lastDays) : plusDays(targetOn, scaled);
    // What should have been said before the scan was entered is not said afterwards.
    if (days < 0 && on < startedOn) continue;
    promises.push({ caseCode, to: to(role), heldByBooking, on: later(on, startedOn) });
    lastOn = later(lastOn, on);
  }
  for (
    let on = plusDays(lastOn, settings.repeatEveryDays);
    on <= endOn;
    on = plusDays(on, settings.repeatEveryDays)
  )
    promises.push({ caseCode, to: to('board-lead'), heldByBooking: false, on });
  return promises;
}

function afterDeed(promises: readonly Promised[], { caseCode, ownerId, deed }: YearScan): Promised[] {
  if (deed?.kind !== 'booked') return [];
  const proof = { caseCode, to: ownerId, heldByBooking: false, on: plusDays(deed.appointmentOn, 1) };
  return [...promises.filter(({ heldByBooking }) => !heldByBooking), proof];
}

const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function localTime(atMs: number, timeZone: string): { on: string; time: string; weekday: number } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    } as Intl.DateTimeFormatOptions);
  formats.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return {
    on: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    weekday: weekdays.indexOf(part.weekday ?? ''),
  };
}

const isoDay = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
const plusDays = (on: string, days: number) => isoDay(Date.parse(on) + days * dayMs);
const later = (a: string, b: string) => (a > b ? a : b);
