import type { MessageBlock, Person, Services } from '../../src/command.ts';
import { dateInZone } from '../../src/followup/calendar-date.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { scansToShow } from '../../src/followup/scans-to-show.ts';
import { followUpHome, type HomeScan } from '../../src/views/follow-up/home.ts';
import { notSaid } from '../../src/views/follow-up/not-said.ts';
import { homeBoards } from './home-boards.ts';

/** What one person has to see to on all their boards of a workspace. */
export async function home(person: Person, services: Services): Promise<MessageBlock[]> {
  const { teamId, userId } = person;
  const { followUps } = services;
  const nowMs = services.now().getTime();
  const open = await followUps.openOfPerson(teamId, userId);
  const { boards, unknown } = await homeBoards(person, open, services);
  const shown = await Promise.all(
    boards.map(async ({ board, timeZone }) => {
      const todayOn = dateInZone(nowMs, timeZone);
      const onBoard = open.filter(({ followUp }) => followUp.board.channelId === board.channelId);
      const late = await followUps.lateScans(board, todayOn);
      const dated = (scans: readonly Scan[]): HomeScan[] => scans.map((scan) => ({ ...scan, todayOn }));
      return {
        mine: dated(
          scansToShow(
            onBoard.map(({ followUp }) => followUp),
            onBoard.map(({ occurrence }) => occurrence),
            todayOn,
          ),
        ),
        others: dated(late.filter(({ followUp }) => ![followUp.ownerId, followUp.backupId].includes(userId))),
      };
    }),
  );
  const blocks = followUpHome({
    userId,
    boards,
    mine: shown.flatMap(({ mine }) => mine),
    others: shown.flatMap(({ others }) => others),
  });
  return [...notSaid(unknown), ...blocks];
}
