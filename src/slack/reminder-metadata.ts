import type { MessageMetadata } from '@slack/types';

/** Slack's `event_type` of every reminder message. */
const reminderEventType = 'imt_board_reminder';

/** Anybody in the conversation can read it: delivery ids alone. One message may settle several deliveries. */
export function reminderMetadata([first = '', ...others]: readonly string[]): MessageMetadata {
  const also = others.map((id) => ({ delivery_id: id }));
  return {
    event_type: reminderEventType,
    event_payload: { delivery_id: first, ...(also.length > 0 ? { also } : {}) },
  };
}

/** The delivery ids of a message that was read back; none of what is not a reminder. */
export function deliveryIdsIn(metadata: Partial<MessageMetadata> | undefined): string[] {
  if (metadata?.event_type !== reminderEventType) return [];
  const { delivery_id: first, also } = metadata.event_payload ?? {};
  const others = Array.isArray(also) ? also.map((one) => (one as { delivery_id?: unknown }).delivery_id) : [];
  return [first, ...others].filter((id) => typeof id === 'string');
}
