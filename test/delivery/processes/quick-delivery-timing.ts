import type { DeliveryTiming } from '../../../src/delivery/delivery-timing.ts';

export { checkedTiming } from '../../../src/delivery/delivery-timing.ts';

/** Wider than the crash test's: two apps whose clocks were set at their start differ by how long that took. */
export const deliveryTiming: DeliveryTiming = {
  leaseMs: 8_000,
  callTimeoutMs: 1_000,
  graceMs: 500,
  paceMs: 50,
  backOffFromMs: 100,
  backOffToMs: 1_000,
  lockedOutMs: 1_000,
};
