import type { Directory } from './directory.ts';
import type { Message } from './message-log.ts';
import type { PageAnswer, PageClock, PageUnread } from './page-state.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Workspace } from './workspace.ts';

export function presentClock({ clock, timeZone, keepsStore }: SandboxContext): PageClock {
  return { at: clock.now().toISOString(), timeZone, keepsStore };
}

export function presentUnread({ directory, unread }: Workspace): PageUnread[] {
  return unread().map(({ personId, conversationId, count }) => ({
    handle: directory.people.find(({ id }) => id === personId)?.handle ?? '',
    conversationId,
    count,
  }));
}

/** How many messages came to whom, in the order of people, the channel's last. */
export function presentArrived(
  messages: readonly Message[],
  { people, directs }: Directory,
): NonNullable<PageAnswer['arrived']> {
  const owner = ({ conversationId }: Message) =>
    directs.find(({ id }) => id === conversationId)?.personId ?? null;
  const counts = Map.groupBy(messages, owner);
  return [...people, null].flatMap((person) => {
    const count = counts.get(person?.id ?? null)?.length ?? 0;
    return count > 0 ? [{ handle: person?.handle ?? null, count }] : [];
  });
}
