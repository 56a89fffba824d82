import type { CustomRoute, Receiver } from '@slack/bolt';

/** One of the two ways to Slack, as the rest of the app sees them. */
export interface Transport {
  receiver: Receiver;
  /** Opens the port and, in Socket Mode, the socket; says which port it is. */
  start(port: number): Promise<number>;
  /** Takes no new requests; ends when those at hand are answered, or at the deadline. */
  stop(deadlineMs: number): Promise<void>;
  reachable(): boolean;
}

export interface TransportOptions {
  routes: readonly CustomRoute[];
  /** The address to listen on; without it, all of the machine's. */
  host: string | undefined;
}
