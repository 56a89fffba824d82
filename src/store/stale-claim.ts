import type { AnyClaim } from './delivery.ts';

/** The lease ran out and another worker took the delivery up: nothing was written, and nothing may be posted. */
export class StaleClaim extends Error {
  override name = 'StaleClaim';
  readonly deliveryId: string;
  readonly attempts: number;
  constructor({ id, attempts }: AnyClaim) {
    super(`Delivery ${id} is no longer held by its attempt ${attempts}.`);
    this.deliveryId = id;
    this.attempts = attempts;
  }
}
