import type { MessageReply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { section } from '../../src/views/block.ts';
import { calendarLink } from '../../src/views/follow-up/calendar-link.ts';
import { privately } from '../privately.ts';
import type { Desk } from './desk.ts';

/** A secret link to a calendar: the asker's own scans, or those of the board; or the end of all such links. */
export async function calendar(text: string, desk: Desk): Promise<MessageReply> {
  const wanted = text.toLowerCase();
  if (wanted === 'revoke') return revoke(desk);
  if (wanted !== '' && wanted !== 'board')
    throw new UserError(
      'A calendar is of your own scans or of this board. Write `calendar`, `calendar board`, or `calendar revoke` to end your links.',
    );
  const { services, board, act } = desk;
  const publicUrl = services.calendar.publicUrl();
  if (publicUrl === null)
    throw new UserError(
      'There are no calendars here yet: the app does not know its public address. An admin sets `PUBLIC_URL`, as `https://imt-board.example.org`, and starts it again.',
    );
  const ofBoard = wanted === 'board';
  const channelId = ofBoard ? board.channelId : null;
  const token = await services.calendar.renew({ teamId: board.teamId, userId: act.by, channelId });
  return privately('A calendar link', calendarLink(`${publicUrl}/calendar/${token}.ics`, ofBoard));
}

async function revoke({ services, board, act }: Desk): Promise<MessageReply> {
  const ended = await services.calendar.revoke(board.teamId, act.by);
  const sentence =
    ended === 0
      ? 'You had no calendar link here.'
      : `${ended === 1 ? 'Your calendar link has' : `Your ${ended} calendar links have`} ended. A calendar that had one shows what it last read until you remove it there.`;
  return privately('Calendar links', [section(sentence)]);
}
