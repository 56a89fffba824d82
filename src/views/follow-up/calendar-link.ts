import type { MessageBlock } from '../../command.ts';
import { context, section } from '../block.ts';

/** A link is shown as code: Slack opens and previews nothing of it, and a phone copies it as a whole. */
export function calendarLink(address: string, ofBoard: boolean): MessageBlock[] {
  const what = ofBoard ? 'what is open on this board' : 'the open scans that you own or back up';
  return [
    section(`*A calendar of ${what}*\n\`\`\`${address}\`\`\``),
    section(
      'Copy it into your calendar as a subscription: in Google Calendar “From URL”, in Outlook “Subscribe from web”, on an iPhone “Add Subscription Calendar”.',
    ),
    context(
      'It shows case codes and modalities, on the day of the appointment or the target date. Whoever has the link can read it, so share it with nobody. The link before this one, if there was one, no longer works. `/imt-followup calendar revoke` ends all of yours. Some calendars look for changes only once a day, so trust Slack for what is due.',
    ),
  ];
}
