import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { networkCode } from './network-code.ts';

/** Slack's or the network's word for why a Web API call failed; a fault of our own is thrown on. */
export function slackErrorCode(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof WebAPIRateLimitedError) return 'rate_limited';
  if (error instanceof WebAPIHTTPError) return `status_${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return networkCode(error.original);
  throw error;
}
