import type { ModalView } from '@slack/types';
import type { BoardSettings } from '../../followup/follow-up.ts';
import { SETTING_FIELDS, type SettingName } from '../../followup/setting-fields.ts';
import { WEEKDAYS } from '../../followup/weekdays.ts';
import { section } from '../block.ts';
import { followUpIds } from './action-ids.ts';
import {
  asOptions,
  choiceInput,
  form,
  linesInput,
  numberInput,
  personInput,
  textInput,
  ticksInput,
} from './form.ts';

const numberedDays = WEEKDAYS.map((text, at) => ({ text, value: String(at + 1) }));

/** Every setting as it stands; its blocks are named as the settings. */
export function settingsForm(settings: BoardSettings, privateValue: string): ModalView {
  const { boardLeadId, workingDays, repeatEveryDays, fullLadderIntervalDays, maxSnoozeDays } = settings;
  const written = (name: SettingName) => SETTING_FIELDS[name].written(settings);
  return form(followUpIds.settingsForm, { title: 'Board settings', submit: 'Save', privateValue }, [
    section(`Settings of <#${settings.board.channelId}>`),
    personInput({
      id: 'lead',
      label: 'Board lead',
      initial: boardLeadId ?? undefined,
      hint: 'Is told when owner and backup have not closed an overdue scan. To have none again, write: /imt-followup settings lead none',
      optional: true,
    }),
    textInput({
      id: 'zone',
      label: 'Time zone',
      initial: written('zone'),
      hint: 'As Europe/Berlin, or a city. People whose own zone is known get theirs.',
    }),
    choiceInput({ id: 'hour', label: 'Hour of sending', initial: settings.sendAt }, hours(settings.sendAt)),
    ticksInput({ id: 'days', label: 'Working days', initial: workingDays.join(',') }, numberedDays),
    textInput({
      id: 'quiet',
      label: 'Quiet hours',
      initial: written('quiet'),
      hint: 'As 18:00-08:00, or none.',
    }),
    linesInput({
      id: 'ladder',
      label: 'Ladder: one step a line',
      initial: written('ladder'),
      hint: 'owner, backup, lead or channel; then “28 days before”, “on the date”, “3 days after the date” or “30 days after the window”.',
    }),
    numberInput({ id: 'repeat', label: 'After the last step: every … days', initial: `${repeatEveryDays}` }),
    numberInput({
      id: 'full',
      label: 'Full ladder from an interval of … days',
      initial: `${fullLadderIntervalDays}`,
      hint: 'For scans that repeat more often the steps come closer together, in proportion.',
    }),
    choiceInput(
      {
        id: 'digest',
        label: 'Day of the digest',
        initial: written('digest'),
        hint: 'It comes in weeks in which something is due or overdue.',
      },
      asOptions(WEEKDAYS),
    ),
    numberInput({
      id: 'attempts',
      label: 'Logged attempts before “lost to follow-up”',
      initial: written('attempts'),
    }),
    numberInput({ id: 'snooze', label: 'Longest snooze in days', initial: `${maxSnoozeDays}` }),
  ]);
}

/** Half hours, and the one that stands there if it was written otherwise. */
function hours(sendAt: string) {
  const halves = Array.from(
    { length: 48 },
    (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`,
  );
  return asOptions([...new Set([...halves, sendAt])].sort());
}
