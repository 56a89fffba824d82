import { UserError } from '../errors.ts';

/**
 * The IANA zone that was meant: by its name, in any case, or by its city alone. Throws a `UserError` that does not
 * repeat the text.
 *
 * @example
 * readTimeZone('new york') //=> 'America/New_York'
 */
export function readTimeZone(text: string): string {
  const wanted = text.trim().replace(/\s+/g, '_').toLowerCase();
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const named = zones.find((zone) => zone.toLowerCase() === wanted);
  if (named !== undefined) return named;
  const ofCity = zones.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  const [only, another] = ofCity;
  if (only !== undefined && another === undefined) return only;
  if (works(text.trim())) return text.trim();
  throw new UserError(
    'I do not know this time zone. Write its IANA name, as `Europe/Berlin`, or its city, as `New York`.',
  );
}

/** Another name of a zone, as Asia/Kolkata: the runtime lists only one, and not always the one in use. */
function works(name: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
