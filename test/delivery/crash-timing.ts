import type { DeliveryTiming } from '../../src/delivery/delivery-timing.ts';

/** The app's proportions in seconds instead of minutes. */
export const crashTiming: DeliveryTiming = {
  leaseMs: 6_000,
  callTimeoutMs: 800,
  graceMs: 150,
  paceMs: 50,
  backOffFromMs: 50,
  backOffToMs: 800,
  lockedOutMs: 1_000,
};
