import type { FollowUp, HistoryEntry, RecipientRole, ReminderStep } from './follow-up.ts';

const roleOf: Readonly<Record<string, RecipientRole>> = { ownerId: 'owner', backupId: 'backup' };

/**
 * The messages, due at once, to whom somebody else has given a follow-up; nobody is told what they did themselves.
 * Hand in the history entries of one act.
 *
 * @example
 * assignedSteps(followUp, [entryOfReassigning]) //=> [{ step: 'assigned:U5:1806062400000', role: 'owner', dueAtMs: 1806062400000 }]
 */
export function assignedSteps({ id }: FollowUp, entries: readonly HistoryEntry[]): ReminderStep[] {
  return entries
    .filter(({ action, followUpId }) => action === 'reassigned' && followUpId === id)
    .flatMap(({ by, atMs, changes }) =>
      changes.flatMap(({ field, to }) => {
        const role = roleOf[field];
        if (role === undefined || typeof to !== 'string' || to === by) return [];
        return [{ step: `assigned:${to}:${atMs}`, role, dueAtMs: atMs }];
      }),
    );
}

/**
 * Whom such a step is for (user id), and when they were given it (epoch milliseconds); null for any other step.
 *
 * @example
 * readAssignedStep('assigned:U5:1806062400000') //=> { to: 'U5', atMs: 1806062400000 }
 */
export function readAssignedStep(step: string): { to: string; atMs: number } | null {
  const [, to, atMs] = /^assigned:([^:]+):(\d+)$/.exec(step) ?? [];
  return to && atMs ? { to, atMs: Number(atMs) } : null;
}
