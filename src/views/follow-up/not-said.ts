import type { MessageBlock } from '../../command.ts';
import { section } from '../block.ts';

/** That boards are left out of what is shown because Slack gave no answer, so that nobody takes it for all there is. */
export function notSaid(boards: number): MessageBlock[] {
  if (boards === 0) return [];
  const which = boards === 1 ? 'one of your boards' : `${boards} of your boards`;
  return [
    section(
      `⚠ Slack did not say just now whether you still belong to ${which}, so nothing of it is shown. Look again in a minute.`,
    ),
  ];
}
