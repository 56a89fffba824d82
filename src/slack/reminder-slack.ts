import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import type { ClientOf } from './clients.ts';
import { deliverReminder, type OutgoingReminder, type PostOutcome } from './deliver-reminder.ts';
import { findDeliveries, type LookUp } from './find-delivery.ts';
import { NoClientError } from './no-client-error.ts';
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

export function createReminderSlack(clientOf: ClientOf, log: Log): ReminderSlack {
  /** Where the app may not speak, nothing was called. */
  async function asked<T>(teamId: string, call: (client: WebClient) => Promise<T>): Promise<T | CallFailure> {
    let client: WebClient;
    try {
      client = await clientOf(teamId);
    } catch (error) {
      if (error instanceof NoClientError) return callFailure(error);
      throw error;
    }
    return call(client);
  }
  // A direct message's conversation keeps its id for good.
  const opened = new Map<string, OpenedConversation>();
  const readers = new Map<string, string>();
  return {
    async open(teamId, userId) {
      const key = `${teamId} ${userId}`;
      const known = opened.get(key);
      if (known) return known;
      const conversation = await asked(teamId, (client) => openDirectMessage(client, userId));
      if (conversation.kind === 'open') {
        opened.set(key, conversation);
        readers.set(`${teamId} ${conversation.conversationId}`, userId);
      }
      return conversation;
    },
    async readerOf(teamId, conversationId) {
      const key = `${teamId} ${conversationId}`;
      const reader =
        readers.get(key) ?? (await asked(teamId, (client) => readerOfDirectMessage(client, conversationId)));
      if (typeof reader !== 'string') return null;
      readers.set(key, reader);
      return reader;
    },
    post: (teamId, reminder) => asked(teamId, (client) => deliverReminder(client, reminder, log)),
    update: (teamId, reminder) => asked(teamId, (client) => updateReminder(client, reminder, log)),
    find: (teamId, conversationId, deliveryIds, sinceMs) =>
      asked(teamId, (client) => findDeliveries(client, conversationId, deliveryIds, sinceMs)),
  };
}
