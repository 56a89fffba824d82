import type { MessageReply, Person, Services } from '../../src/command.ts';
import { dateInZone } from '../../src/followup/calendar-date.ts';
import { scansToShow } from '../../src/followup/scans-to-show.ts';
import { myScans } from '../../src/views/follow-up/my-scans.ts';
import { notSaid } from '../../src/views/follow-up/not-said.ts';
import { privately } from '../privately.ts';
import { boardsOpenTo } from './boards-open-to.ts';

/** What the asker owns or backs up on every board that they still belong to, wherever they ask. */
export async function mine(person: Person, services: Services, page = 1): Promise<MessageReply> {
  const { teamId, userId } = person;
  const { followUps } = services;
  const nowMs = services.now().getTime();
  const open = await followUps.openOfPerson(teamId, userId);
  const boards = open.map(({ followUp }) => followUp.board);
  const { channelIds, unknown } = await boardsOpenTo(person, boards, services);
  const shown = await Promise.all(
    channelIds.map(async (channelId) => {
      const { timeZone } = await followUps.settings({ teamId, channelId });
      const todayOn = dateInZone(nowMs, timeZone);
      const onBoard = open.filter(({ followUp }) => followUp.board.channelId === channelId);
      const [known, dates] = [onBoard.map((scan) => scan.followUp), onBoard.map((scan) => scan.occurrence)];
      return scansToShow(known, dates, todayOn).map((scan) => ({ ...scan, todayOn }));
    }),
  );
  const scans = shown.flat().sort((a, b) => a.occurrence.targetOn.localeCompare(b.occurrence.targetOn));
  return privately('Your follow-up scans', [...notSaid(unknown), ...myScans(userId, scans, page)]);
}
