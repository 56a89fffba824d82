import type { AuditTrail } from '../audit-trail.ts';
import type { Command, Services } from '../command.ts';
import type { Log } from '../log.ts';
import type { RunningWork } from '../running-work.ts';
import type { SeenEvents } from '../seen-events.ts';
import type { Clients } from './clients.ts';
import type { RateLimiter } from './rate-limits.ts';
import type { TextSealer } from './text-sealer.ts';

/** What the listeners share. */
export interface SlackEdge {
  commands: readonly Command[];
  services: Services;
  clients: Pick<Clients, 'forget'>;
  running: RunningWork;
  sealer: TextSealer;
  limiter: RateLimiter;
  audit: AuditTrail;
  seen: SeenEvents;
  log: Log;
  /** A picture's Vega-Lite specification as PNG. */
  drawPicture(spec: object): Promise<Uint8Array>;
  /** A short code that ties a sentence on screen to a line of the log. */
  newReference(): string;
}
