import type { MessageReply } from '../../src/command.ts';
import { honestRate } from '../../src/followup/honest-rate.ts';
import { section } from '../../src/views/block.ts';
import { rateSentence, rateTable } from '../../src/views/follow-up/rate-table.ts';
import { privately } from '../privately.ts';
import type { Desk } from './desk.ts';

/** How many of the scans whose window is over were proven within it. */
export async function rate(_: string, { services, board, settings, act }: Desk): Promise<MessageReply> {
  const dates = await services.followUps.everyOccurrence(board);
  const honest = honestRate(dates, act.todayOn, settings.timeZone);
  return privately('Rate of proven scans', [section(rateSentence(honest)), ...rateTable(honest)]);
}
