import type { DeliveryTiming } from '../../../src/delivery/delivery-timing.ts';

export { checkedTiming } from '../../../src/delivery/delivery-timing.ts';

/** Several apps that start at once on a busy machine wait longer for one another. */
const times = Number(process.env.QUICK_TIMES ?? 1);

/** Wider than the crash test's: two apps whose clocks were set at their start differ by how long that took. */
export const deliveryTiming: DeliveryTiming = {
  leaseMs: 8_000 * times,
  callTimeoutMs: 1_000 * times,
  graceMs: 500 * times,
  paceMs: 50,
  backOffFromMs: 100,
  backOffToMs: 1_000,
  lockedOutMs: 1_000,
};
