import type { SlackObject } from './slack-shapes.ts';

/** What a request to the app is about: `/imt`, `block_actions`, `event message`. */
export function requestName(body: SlackObject): string {
  if (typeof body.command === 'string') return body.command;
  const event = body.event as SlackObject | undefined;
  if (event) return `event ${event.type}`;
  const { type } = typeof body.payload === 'string' ? (JSON.parse(body.payload) as SlackObject) : body;
  return String(type);
}
