import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { deliverReminder, type OutgoingReminder, type PostOutcome } from './deliver-reminder.ts';
import { findDeliveries, type LookUp } from './find-delivery.ts';
import { type OpenedConversation, openDirectMessage, readerOfDirectMessage } from './open-direct-message.ts';
import { type UpdatedReminder, type UpdateOutcome, updateReminder } from './update-reminder.ts';

/** All that delivering a reminder asks of Slack. */
export interface ReminderSlack {
  open(teamId: string, userId: string): Promise<OpenedConversation>;
  /** Who reads a direct message; null for a channel, and when Slack did not say. */
  readerOf(teamId: string, conversationId: string): Promise<string | null>;
  post(teamId: string, reminder: OutgoingReminder): Promise<PostOutcome>;
  /** Changes a message that was posted before. */
  update(teamId: string, reminder: UpdatedReminder): Promise<UpdateOutcome>;
  find(
    teamId: string,
    conversationId: string,
    deliveryIds: readonly string[],
    sinceMs: number,
  ): Promise<LookUp>;
}

/** `clientOf` gives each workspace the client that `createPostingClient` makes. */
export function createReminderSlack(clientOf: (teamId: string) => WebClient, log: Log): ReminderSlack {
  // A direct message's conversation keeps its id for good.
  const opened = new Map<string, OpenedConversation>();
  const readers = new Map<string, string>();
  return {
    async open(teamId, userId) {
      const key = `${teamId} ${userId}`;
      const known = opened.get(key);
      if (known) return known;
      const conversation = await openDirectMessage(clientOf(teamId), userId);
      if (conversation.kind === 'open') {
        opened.set(key, conversation);
        readers.set(`${teamId} ${conversation.conversationId}`, userId);
      }
      return conversation;
    },
    async readerOf(teamId, conversationId) {
      const key = `${teamId} ${conversationId}`;
      const reader = readers.get(key) ?? (await readerOfDirectMessage(clientOf(teamId), conversationId));
      if (reader !== null) readers.set(key, reader);
      return reader;
    },
    post: (teamId, reminder) => deliverReminder(clientOf(teamId), reminder, log),
    update: (teamId, reminder) => updateReminder(clientOf(teamId), reminder, log),
    find: (teamId, conversationId, deliveryIds, sinceMs) =>
      findDeliveries(clientOf(teamId), conversationId, deliveryIds, sinceMs),
  };
}
