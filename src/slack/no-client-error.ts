import type { CallFailure } from './call-failure.ts';

/** There is no token to call Slack with, so nothing was called. */
export class NoClientError extends Error {
  override name = 'NoClientError';
  readonly code: string;
  readonly failure: Exclude<CallFailure, { kind: 'unknown' }>;
  constructor(failure: NoClientError['failure']) {
    super(`no token: ${failure.code}`);
    this.code = failure.code;
    this.failure = failure;
  }
}
