import { daysText } from './days-text.ts';
import type { LadderRung, RecipientRole } from './follow-up.ts';

/** What a role is called where a ladder is written. */
const ROLE_WORDS = {
  owner: 'owner',
  backup: 'backup',
  'board-lead': 'lead',
  channel: 'channel',
} as const satisfies Record<RecipientRole, string>;

/**
 * A ladder as a person writes it, one step a line; `readLadder` reads it back.
 *
 * @example
 * ladderText(settings.ladder) //=> 'owner 28 days before\nowner on the date\nowner 1 day after the window\n…'
 */
export function ladderText(ladder: readonly LadderRung[]): string {
  return ladder.map(rungText).join('\n');
}

/**
 * One step of a ladder as a person writes it.
 *
 * @example
 * rungText({ name: 'due', role: 'owner', from: 'target', days: 0 }) //=> 'owner on the date'
 */
export function rungText({ role, from, days }: LadderRung): string {
  const distance = daysText(Math.abs(days));
  const when = () => {
    if (from === 'window-end') return `${distance} after the window`;
    if (days === 0) return 'on the date';
    return days < 0 ? `${distance} before` : `${distance} after the date`;
  };
  return `${ROLE_WORDS[role]} ${when()}`;
}
