import type { BoardSettings } from './follow-up.ts';
import { isQuiet } from './sendable-from.ts';

/**
 * What is wrong with a board that is to send at an hour at which it is to be quiet; null when nothing is. Such
 * settings would put each message off by hours, at times by days; boards that have them still send.
 *
 * @example
 * hourInQuiet({ sendAt: '20:00', quietHours: { from: '18:00', until: '08:00' } })
 * //=> 'Messages go out at 20:00, but 18:00 to 08:00 is quiet: choose an hour between 08:00 and 18:00, or change `quiet`.'
 */
export function hourInQuiet(settings: Pick<BoardSettings, 'sendAt' | 'quietHours'>): string | null {
  const { sendAt, quietHours } = settings;
  const { from, until } = quietHours;
  if (!isQuiet(sendAt, settings)) return null;
  return `Messages go out at ${sendAt}, but ${from} to ${until} is quiet: choose an hour between ${until} and ${from}, or change \`quiet\`.`;
}
