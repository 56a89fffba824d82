import type { Command, Reply } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { followUpHelp } from '../src/views/follow-up/help.ts';
import { add } from './follow-up/add.ts';
import { buttons } from './follow-up/buttons.ts';
import { calendar } from './follow-up/calendar.ts';
import { dayWithoutWord } from './follow-up/day-without-word.ts';
import { type Desk, deskOf } from './follow-up/desk.ts';
import { edit } from './follow-up/edit.ts';
import { exportBoard, exportForms } from './follow-up/export.ts';
import { forms } from './follow-up/forms.ts';
import { freeFieldOfFollowUp, freeTextOfFollowUp } from './follow-up/free-text.ts';
import { home } from './follow-up/home.ts';
import { history, list, show } from './follow-up/look.ts';
import { mine } from './follow-up/mine.ts';
import { plan } from './follow-up/plan.ts';
import { rate } from './follow-up/rate.ts';
import { reassign } from './follow-up/reassign.ts';
import { settings, settingsButtons, settingsForms } from './follow-up/settings.ts';
import { typedChange } from './follow-up/typed-changes.ts';
import { privately } from './privately.ts';

type Subcommand = (text: string, desk: Desk) => Promise<Reply>;

const subcommands: Readonly<Record<string, Subcommand>> = {
  add,
  list: (text, desk) => list(listKind(text), desk),
  show,
  history,
  plan,
  settings,
  rate,
  export: exportBoard,
  calendar,
  edit,
  reassign,
  done: (text, desk) => typedChange('done', text, desk),
  book: (text, desk) => typedChange('book', text, desk),
  snooze: (text, desk) => typedChange('snooze', text, desk),
  reschedule: (text, desk) => typedChange('reschedule', text, desk),
  close: (text, desk) => typedChange('close', text, desk),
  attempt: (text, desk) => typedChange('attempt', text, desk),
  reopen: (text, desk) => typedChange('reopen', text, desk),
};

const examples: Command['examples'] = [
  { text: '/imt-followup add', does: 'asks for a new follow-up in a dialog' },
  {
    text: '/imt-followup add CASE-12 CT chest due 2027-02-23 window 14d owner @a backup @b every 3 months until 2032-02-23',
    does: 'saves it in one line',
  },
  { text: '/imt-followup plan CASE-12', does: 'dates from a published schedule, to edit and approve' },
  { text: '/imt-followup list', does: 'what is open; `list overdue` what is late; `mine` what is yours' },
  { text: '/imt-followup show CASE-12', does: 'its dates, with buttons; `history CASE-12` who did what' },
  {
    text: '/imt-followup done CASE-12 exam 2027-02-20 report RPT-1 reviewer @c',
    does: 'closes the next date on its proof',
  },
  { text: '/imt-followup book CASE-12 on 2027-02-20', does: 'notes the appointment; the scan stays open' },
  { text: '/imt-followup reschedule CASE-12 to 2027-03-02', does: 'moves one date, not the series' },
  { text: '/imt-followup edit CASE-12', does: 'its examination, window and the day from which it counts' },
  { text: '/imt-followup snooze CASE-12 until 2027-02-26', does: 'keeps quiet, moves nothing' },
  { text: '/imt-followup reassign CASE-12 owner @d', does: 'gives it to somebody else' },
  { text: '/imt-followup close CASE-12 declined patient declines this scan', does: 'closes it for a reason' },
  {
    text: '/imt-followup close CASE-12 all moved-care other hospital',
    does: 'closes every open date and ends the series',
  },
  {
    text: '/imt-followup attempt CASE-12 on 2027-04-02 by phone',
    does: 'logs an attempt to reach the patient',
  },
  { text: '/imt-followup rate', does: 'how many scans were proven within their window' },
  { text: '/imt-followup export csv', does: 'all dates of this board as a file for you; or `json`' },
  {
    text: '/imt-followup calendar',
    does: 'a private link for your calendar; `calendar board` for this board, `calendar revoke` ends yours',
  },
  {
    text: '/imt-followup settings',
    does: 'lead, hours, time zone, ladder and digest of this board; `settings lead @d` changes one',
  },
  { text: '/imt-followup reopen CASE-12 closed by mistake', does: 'opens what was closed last again' },
];

/** `/imt-followup`: scans that a board decided on, until each is closed on proof or for a reason. */
export const imtFollowup: Command = {
  name: '/imt-followup',
  description: 'Follow-up imaging that closes only on proof, with reminders to named people',
  usageHint: '[add | list | mine | show | done | plan | help]',
  examples,
  words: Object.keys(subcommands),
  async run(request, services) {
    const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(request.text) ?? [];
    const name = word.toLowerCase();
    if (name === 'mine' || (name === 'list' && rest.trim().toLowerCase() === 'mine'))
      return mine(request, services);
    if (name === '' || name === 'help') return privately('Follow-up imaging', followUpHelp(examples));
    const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (subcommand === undefined) {
      const names = [...Object.keys(subcommands), 'mine'].map((one) => `\`${one}\``);
      throw new UserError(
        `I do not know that word. Behind \`/imt-followup\` write one of: ${names.join(', ')}.`,
      );
    }
    return subcommand(rest.trim(), await deskOf(request, services));
  },
  home,
  freeText: freeTextOfFollowUp,
  insteadOfDate: dayWithoutWord,
  freeField: freeFieldOfFollowUp,
  actions: [...buttons, ...settingsButtons],
  forms: [...forms, ...settingsForms, ...exportForms],
};

function listKind(text: string): 'open' | 'overdue' {
  const kind = text.toLowerCase();
  if (kind === '') return 'open';
  if (kind === 'overdue') return kind;
  throw new UserError('A list is of what is open, overdue or yours. Write `list`, `list overdue` or `mine`.');
}
