import { UserError } from '../errors.ts';
import { isTimeZone } from './is-time-zone.ts';

/** A name, and no offset as +01:00, which knows no summer time. */
const shape = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+$/;

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
  // Another name of a zone, as Asia/Kolkata: the runtime lists only one, and not always the one in use.
  if (shape.test(text.trim()) && isTimeZone(text.trim())) return text.trim();
  throw new UserError(
    'I do not know this time zone. Write its IANA name, as `Europe/Berlin`, or its city, as `New York`.',
  );
}
