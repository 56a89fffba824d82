import { deliveryTiming } from './quick-delivery-timing.ts';

export const answerTimeoutMs = 3 * deliveryTiming.callTimeoutMs;
