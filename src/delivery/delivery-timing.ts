/** How long things may take, in milliseconds. */
export interface DeliveryTiming {
  /** For how long a claim is this worker's alone; no post begins after half of it. */
  leaseMs: number;
  /** The longest that one call to Slack takes. */
  callTimeoutMs: number;
  /** How long Slack may take to show what was posted, before "not found" is believed. */
  graceMs: number;
  /** Between two posts to one conversation. */
  paceMs: number;
  /** The wait after the first failure; it doubles with each further one. */
  backOffFromMs: number;
  backOffToMs: number;
  /** How long a workspace that refuses the app's token is left alone. */
  lockedOutMs: number;
}

export const deliveryTiming: DeliveryTiming = {
  leaseMs: 5 * 60_000,
  callTimeoutMs: 10_000,
  graceMs: 30_000,
  paceMs: 1_000,
  backOffFromMs: 30_000,
  backOffToMs: 60 * 60_000,
  lockedOutMs: 15 * 60_000,
};

/** A lease that ends must mean that its post has ended too, and would be seen. */
export function checkedTiming(timing: DeliveryTiming): DeliveryTiming {
  if (timing.leaseMs / 2 < 2 * timing.callTimeoutMs + timing.graceMs)
    throw new RangeError(
      'half of the lease must hold two calls to Slack (a post, and its plainer form) and the grace period',
    );
  return timing;
}
