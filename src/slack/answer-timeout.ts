/**
 * How long Slack may take to show an answer. Longer than another call: while Slack is only slow, whoever hangs up on it
 * has to say that the answer may be missing, and the person then sees both.
 */
export const answerTimeoutMs = 30_000;
