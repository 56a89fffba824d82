import type { DeliveryTiming } from './delivery-timing.ts';

/** How long to wait after so many attempts: twice as long each time, and spread, so that not all come back at once. */
export function backOffMs(
  attempts: number,
  { backOffFromMs, backOffToMs }: Pick<DeliveryTiming, 'backOffFromMs' | 'backOffToMs'>,
  random: () => number,
): number {
  const fullMs = Math.min(backOffToMs, backOffFromMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(fullMs * (0.5 + random() / 2));
}
