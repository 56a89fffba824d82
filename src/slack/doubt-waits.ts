/**
 * When somebody is told that an answer may not have reached them: a while after it was in doubt, then later and later
 * while Slack does not take that either. Four at most: an address for answers takes five posts.
 */
export const doubtWaitsMs: readonly number[] = [5_000, 30_000, 2 * 60_000, 10 * 60_000];
