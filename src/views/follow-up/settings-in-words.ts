import type { MessageBlock } from '../../command.ts';
import { daysText } from '../../followup/days-text.ts';
import type { BoardSettings } from '../../followup/follow-up.ts';
import { rungText } from '../../followup/ladder-text.ts';
import { longestWaitDays } from '../../followup/longest-wait-days.ts';
import { weekdaysText } from '../../followup/weekdays.ts';
import { actions, button, context, sections } from '../block.ts';
import { followUpIds } from './action-ids.ts';

/** A weekend. */
const usualWaitDays = 2;

/** To be said wherever a board without a lead is shown; nothing when it has one. */
export function missingLead({ boardLeadId }: Pick<BoardSettings, 'boardLeadId'>): string[] {
  return boardLeadId === null
    ? ['⚠ No board lead: escalation goes to the channel until a lead is named.']
    : [];
}

/** A board's settings as sentences, with what changes them; `lines` say first what has just happened. */
export function settingsInWords(settings: BoardSettings, lines: readonly string[] = []): MessageBlock[] {
  const { boardLeadId, timeZone, sendAt, quietHours, repeatEveryDays, fullLadderIntervalDays } = settings;
  const lead = boardLeadId === null ? missingLead(settings) : [`Board lead: <@${boardLeadId}>`];
  const quiet =
    quietHours.from === quietHours.until ? '' : `, never between ${quietHours.from} and ${quietHours.until}`;
  const wait = longestWaitDays(settings.workingDays);
  const said = [
    ...lines,
    `*Settings of <#${settings.board.channelId}>*`,
    ...lead,
    `Messages go out at ${sendAt}, ${weekdaysText(settings.workingDays)}${quiet}, in each person’s own time zone; where it is not known, ${timeZone}.${wait > usualWaitDays ? ` With these days a message may be up to ${daysText(wait)} late.` : ''}`,
    'Each scan, while it is open:',
    ...settings.ladder.map((rung) => `• ${rungText(rung)}`),
    `• then the ${boardLeadId === null ? 'channel' : 'lead'} every ${daysText(repeatEveryDays)}, until somebody closes it`,
    `For scans that repeat more often than every ${daysText(fullLadderIntervalDays)} these steps come closer together, in proportion.`,
    `Digest on ${weekdaysText([settings.digestDay])}, in weeks in which something is due or overdue. “Lost to follow-up” needs ${settings.attemptsBeforeLost} logged ${settings.attemptsBeforeLost === 1 ? 'attempt' : 'attempts'}. A snooze lasts ${daysText(settings.maxSnoozeDays)} at most.`,
  ];
  const { channelId } = settings.board;
  return [
    ...sections(said.join('\n')),
    actions(
      button('Change…', followUpIds.settings, `${channelId} here`, 'Change the settings of this board'),
      button('History', followUpIds.settingsHistory, channelId, 'History of the settings of this board'),
    ),
    context('Or write one alone, as `/imt-followup settings lead @name` or `settings zone Europe/Berlin`.'),
  ];
}
