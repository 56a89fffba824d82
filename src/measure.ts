import { channel } from 'node:diagnostics_channel';

/**
 * What the edges tell of their work as it ends. No text, id or name of a person, a place or a case is in it, but
 * `asked`, which a listener maps to a word of its own list.
 */
export type Measurement =
  | { kind: 'request-answered'; seconds: number }
  | { kind: 'acknowledged'; asked: string; seconds: number }
  | { kind: 'answered'; asked: string; outcome: 'reply' | 'refusal' | 'failure'; seconds: number }
  | { kind: 'question'; outcome: 'answered' | 'closest' | 'declined' | 'topic' }
  | { kind: 'reminder-sent'; lagSeconds: number }
  | { kind: 'reminder-failed' }
  | { kind: 'slack-called'; method: string; outcome: 'ok' | 'refused' | 'limited' | 'failed' }
  | { kind: 'audit-lost'; entries: number };

/** Without a listener, publishing is one look at an empty list: nothing that measures need be loaded. */
const measurements = channel('imt-board:measurement');

export function measure(measurement: Measurement): void {
  measurements.publish(measurement);
}

/** Whether anybody listens, for what costs something to find out. */
export function isMeasured(): boolean {
  return measurements.hasSubscribers;
}

/** Gives back how to stop listening. */
export function onMeasurement(listener: (measurement: Measurement) => void): () => void {
  const heard = (measurement: unknown) => listener(measurement as Measurement);
  measurements.subscribe(heard);
  return () => void measurements.unsubscribe(heard);
}
