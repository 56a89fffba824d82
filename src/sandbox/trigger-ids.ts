/** Slack's word for why a `trigger_id` opens nothing. */
type TriggerRefusal = 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';

export interface TriggerIds {
  issue(personId: string): string;
  /** Whose trigger it is; each opens one view, within three seconds. */
  redeem(triggerId: unknown): { personId: string } | TriggerRefusal;
}

const validMs = 3_000;

export function createTriggerIds(now: () => Date, newId: () => string): TriggerIds {
  const issued = new Map<string, { personId: string; issuedAtMs: number; used: boolean }>();
  return {
    issue(personId) {
      const id = `${Math.floor(now().getTime() / 1000)}.${newId()}`;
      issued.set(id, { personId, issuedAtMs: now().getTime(), used: false });
      return id;
    },
    redeem(triggerId) {
      const trigger = issued.get(String(triggerId));
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (now().getTime() - trigger.issuedAtMs > validMs) return 'expired_trigger_id';
      trigger.used = true;
      return { personId: trigger.personId };
    },
  };
}
