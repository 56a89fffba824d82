import { deliveryTiming } from './quick-delivery-timing.ts';

export const slackTimeoutMs = deliveryTiming.callTimeoutMs;
