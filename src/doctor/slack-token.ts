import { installationIn } from '../slack/installation-content.ts';
import type { SlackConfig } from '../slack-config.ts';
import { placeIn } from '../store/sealing/sealed-place.ts';
import type { Store } from '../store/store.ts';

/** A bot token and the place that it is for, by an id of Slack. */
export interface SlackToken {
  of: string;
  token: string;
  /** It ran out, and is renewed when the app next needs it. */
  expired: boolean;
}

/** Every token that the app posts with: the configured one, or one of each installation that the store has. */
export async function readSlackTokens(
  slack: SlackConfig,
  store: Store | undefined,
  nowMs: number,
): Promise<SlackToken[]> {
  if (slack.mode === 'sandbox') return [];
  if (slack.mode !== 'oauth') return [{ of: 'SLACK_BOT_TOKEN', token: slack.botToken, expired: false }];
  if (store === undefined) return [];
  const rows = await store.db.selectFrom('installation').selectAll().orderBy('teamId').execute();
  return rows.flatMap(({ content, ...row }) => {
    const place = placeIn('installation', 'content', row);
    const opened = store.db.sealing.open(place, content);
    const { bot } = installationIn({ content: opened });
    const expired = row.expiresAtMs !== null && row.expiresAtMs <= nowMs;
    return bot ? [{ of: row.teamId, token: bot.token, expired }] : [];
  });
}
