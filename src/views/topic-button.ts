import { actionIds } from './action-ids.ts';

/** Buttons beside what several statements or disagreements say at once. */
export const namingActions: ReadonlySet<string> = new Set([actionIds.keyFigures, actionIds.conflicts]);

/** The value of such a button: the topic that it opens, and the ids of what stands beside it, which the audit record names. */
export function topicAndShown(topicId: string, shownIds: readonly string[]): string {
  return [topicId, ...shownIds].join(',');
}

export function topicOfButton(value: string): string {
  return value.split(',')[0] ?? '';
}
