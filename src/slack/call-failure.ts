import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { networkCode } from './network-code.ts';
import { neverConnected } from './never-connected.ts';
import { NoClientError } from './no-client-error.ts';

/**
 * Why a call to Slack did not succeed, told by what may be done next.
 * `refused`: surely not done; later it may be. `permanent`: this conversation, or with this token the whole
 * workspace, takes no message until a person mends it. `unknown`: it may have been done.
 */
export type CallFailure =
  | { kind: 'refused'; code: string; retryAfterMs: number }
  | { kind: 'permanent'; code: string; of: 'conversation' | 'workspace' }
  | { kind: 'unknown'; code: string };

const closedConversation = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_in_channel',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'user_disabled',
  'user_is_bot',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_non_threadable_channel',
]);

const closedWorkspace = new Set([
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'access_denied',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'ekm_access_denied',
  'org_login_required',
  'team_access_not_granted',
  'team_not_found',
  'accesslimited',
]);

/** Slack says of these that part of the work may have been done before the error. */
const perhapsDone = new Set(['internal_error', 'fatal_error']);

/** Whatever is not surely a refusal counts as unknown: to post twice is worse than to look. */
export function callFailure(error: unknown): CallFailure {
  if (error instanceof NoClientError) return error.failure;
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'refused', code: 'rate_limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    const code = `status_${error.statusCode}`;
    return error.statusCode < 500 ? { kind: 'refused', code, retryAfterMs: 0 } : { kind: 'unknown', code };
  }
  const code = networkCode(error instanceof WebAPIRequestError ? error.original : error);
  return neverConnected.has(code) ? { kind: 'refused', code, retryAfterMs: 0 } : { kind: 'unknown', code };
}

function platformFailure(code: string): CallFailure {
  // The client takes an answer that is not JSON for an error with that text; it may be half of an "ok".
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(code)) return { kind: 'unknown', code: 'unreadable_answer' };
  if (perhapsDone.has(code)) return { kind: 'unknown', code };
  if (closedConversation.has(code)) return { kind: 'permanent', code, of: 'conversation' };
  if (closedWorkspace.has(code)) return { kind: 'permanent', code, of: 'workspace' };
  return { kind: 'refused', code, retryAfterMs: 0 };
}
