/** Prints dates and messages of many kinds, for a run under another zone to be compared with. */
import { addDaysTo } from '../../src/dates/add-days.ts';
import { addSpan } from '../../src/followup/add-span.ts';
import { instantAt } from '../../src/followup/instant-at.ts';
import { ladderSteps } from '../../src/followup/ladder-steps.ts';
import { followUpForTest, occurrenceForTest, settingsForTest, zones } from './follow-up-for-test.ts';

const lines = [`offset ${new Date(Date.UTC(2027, 0, 15)).getTimezoneOffset()}`];
for (const zone of zones) {
  for (let day = 0; day < 366; day += 1) {
    const on = addDaysTo('2027-01-01', day);
    lines.push(
      `${on} ${addSpan(on, { amount: 1, unit: 'month' })} ${instantAt(on, '02:30', zone)} ${instantAt(on, '01:30', zone)}`,
    );
  }
  const timeZones = { UOWNER: zone, UBACKUP: zone };
  const settings = {
    ...settingsForTest,
    sendAt: '02:30',
    quietHours: { from: '00:00', until: '00:00' },
    timeZone: zone,
  };
  for (const step of ladderSteps(
    occurrenceForTest(),
    followUpForTest,
    settings,
    timeZones,
    Date.UTC(2029, 0, 1),
  )) {
    lines.push(JSON.stringify(step));
  }
}
process.stdout.write(lines.join('\n'));
