import { expect, test } from 'vitest';
import { assignedSteps, readAssignedStep } from '../../src/followup/assigned-steps.ts';
import { reassign } from '../../src/followup/reassign.ts';
import { followUp } from '../delivery/open-reminders.ts';

const act = (by: string) => ({ by, atMs: 5, todayOn: '2027-02-23' });

test('the new owner and the new backup are told, each once, and nobody else', () => {
  const { entry } = reassign(followUp, { ownerId: 'U5', backupId: 'U6' }, act('U9'));
  expect(assignedSteps(followUp, [entry])).toEqual([
    { step: 'assigned:U5:5', role: 'owner', dueAtMs: 5 },
    { step: 'assigned:U6:5', role: 'backup', dueAtMs: 5 },
  ]);
});

test('who takes it over alone is told nothing, nor is anybody of another follow-up', () => {
  const { entry } = reassign(followUp, { ownerId: 'U5' }, act('U5'));
  expect(assignedSteps(followUp, [entry])).toEqual([]);
  const other = reassign({ ...followUp, id: 'f2' }, { ownerId: 'U5' }, act('U9'));
  expect(assignedSteps(followUp, [other.entry])).toEqual([]);
});

test('its step is read back, and a step of the ladder is not one', () => {
  expect(readAssignedStep('assigned:U5:1806062400000')).toEqual({ to: 'U5', atMs: 1_806_062_400_000 });
  expect(readAssignedStep('r0:due')).toBeNull();
});
