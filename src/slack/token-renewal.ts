import { setTimeout as wait } from 'node:timers/promises';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { InstallationRecord, Installations } from '../installations.ts';
import type { Log } from '../log.ts';
import { createRunningWork } from '../running-work.ts';
import { callFailure } from './call-failure.ts';
import { contentOf, installationIn } from './installation-content.ts';
import { NoClientError } from './no-client-error.ts';

/** Long before the end, so that a Slack that is away for an hour costs nothing. */
const aheadMs = 2 * 60 * 60_000;
/** A token that ends sooner is not used any more. */
const marginMs = 60_000;
/** Above the longest call: nobody else spends the same refresh token while one replica waits for its answer. */
const leaseMs = 30_000;
const tryAgainMs = 60_000;
/** Of who needs the token now: Slack waits three seconds for an acknowledgement. */
const patienceMs = 2_000;
const lookAgainMs = 100;

export interface TokenRenewal {
  /** The installation with a token that is good for now. Throws a `NoClientError`. */
  current(record: InstallationRecord): Promise<InstallationRecord>;
  settled(deadlineMs: number): Promise<boolean>;
}

export interface TokenRenewalOptions {
  installations: Installations;
  /** Sends no token: the app speaks for itself. */
  client: Pick<WebClient, 'oauth'>;
  clientId: string;
  clientSecret: string;
  log: Log;
  machineMs?(): number;
}

/**
 * Renews tokens that end. A refresh token can be spent once, so that of all replicas one at a time may; the others go on
 * with the token that is there, which is good for hours yet, or wait for the new one.
 */
export function createTokenRenewal(options: TokenRenewalOptions): TokenRenewal {
  const { installations, client, clientId, clientSecret, log, machineMs = Date.now } = options;
  const running = createRunningWork();
  const underWay = new Map<string, Promise<void>>();
  const refused = new Map<string, string>();
  const leftMs = ({ expiresAtMs }: InstallationRecord) =>
    expiresAtMs === null ? Number.POSITIVE_INFINITY : expiresAtMs - machineMs();

  /** Never throws: what came of it stands in the store. */
  async function renew(record: InstallationRecord): Promise<void> {
    const installation = installationIn(record);
    const { refreshToken } = installation.bot ?? {};
    if (!installation.bot || refreshToken === undefined) return;
    try {
      if (!(await installations.claimRenewal(record, machineMs() + leaseMs))) return;
      const answer = await client.oauth.v2.access({
        ...{ client_id: clientId, client_secret: clientSecret },
        ...{ grant_type: 'refresh_token', refresh_token: refreshToken },
      });
      const { access_token, refresh_token, expires_in } = answer;
      if (!access_token) throw new Error('Slack gave no token');
      installation.bot = { ...installation.bot, token: access_token };
      if (refresh_token !== undefined) installation.bot.refreshToken = refresh_token;
      if (expires_in !== undefined) installation.bot.expiresAt = Math.floor(machineMs() / 1000) + expires_in;
      await installations.renew(record, contentOf(installation));
    } catch (error) {
      const { code, kind } = callFailure(error);
      if (error instanceof WebAPIPlatformError && kind !== 'unknown') refused.set(record.version, code);
      log.error(
        { alarm: 'token-not-renewed', teamId: record.id, code },
        'a token that ends could not be renewed: if this goes on, install the app there again',
      );
      await installations.delayRenewal(record, machineMs() + tryAgainMs).catch(() => {});
    }
  }

  function renewOnce(record: InstallationRecord): Promise<void> {
    const known = underWay.get(record.id);
    if (known) return known;
    const renewing = running.track(renew(record).finally(() => underWay.delete(record.id)));
    underWay.set(record.id, renewing);
    return renewing;
  }

  /** By this replica or by another. */
  async function renewed(record: InstallationRecord): Promise<InstallationRecord> {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const now = await installations.find([record.id]);
      if (now && leftMs(now) > marginMs) return now;
      const code = refused.get(record.version);
      if (code !== undefined) throw new NoClientError({ kind: 'permanent', code, of: 'workspace' });
      if (!now || performance.now() > giveUpAt)
        throw new NoClientError({ kind: 'refused', code: 'token_not_renewed', retryAfterMs: 0 });
      await wait(lookAgainMs);
    }
  }

  return {
    async current(record) {
      if (leftMs(record) > aheadMs) return record;
      const renewing = renewOnce(record);
      // Nobody waits for Slack while the old one serves.
      if (leftMs(record) > marginMs) return record;
      await Promise.race([renewing, wait(patienceMs, undefined, { ref: false })]);
      return renewed(record);
    },
    settled: running.settled,
  };
}
