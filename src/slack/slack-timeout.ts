/** How long one call to Slack may take. Every call has this bound: Bolt and fetch have none of their own. */
export const slackTimeoutMs = 10_000;
