import { type SlackFront, startSlackFront } from './slack-front.ts';

/** Where a code that Slack gives out installs the app. */
interface GridPlace {
  teamId?: string;
  enterpriseId?: string;
  /** How long a token serves; without it, for good. */
  expiresIn?: number;
}

export interface GridStandIn extends SlackFront {
  /** Codes that can be spent once, and what each installs. */
  codes: Map<string, GridPlace>;
  /** Refresh tokens that were spent a second time: by that the app would lose its installation. */
  spentTwice: string[];
  /** How often a token was renewed. */
  renewals(): number;
  /** Tokens that serve now. */
  living: Set<string>;
  /** What the next renewals answer in place of a token. */
  refuseRenewal: string | undefined;
  delayMs: number;
  /** A token of this place, as if somebody had installed the app there. */
  issue(place: GridPlace): { token: string; refreshToken: string | undefined };
}

/** What `emulate` does not play: tokens that end and are renewed, and organisations that install the app for all. */
export async function startGridStandIn(): Promise<GridStandIn> {
  let count = 0;
  const refreshTokens = new Map<string, { place: GridPlace; token: string }>();
  const spent = new Set<string>();

  const issue: GridStandIn['issue'] = (place) => {
    const token = `xoxe.xoxb-${++count}`;
    grid.living.add(token);
    if (place.expiresIn === undefined) return { token, refreshToken: undefined };
    const refreshToken = `xoxe-${count}`;
    refreshTokens.set(refreshToken, { place, token });
    return { token, refreshToken };
  };
  const granted = (place: GridPlace) => {
    const { token, refreshToken } = issue(place);
    return {
      ...{ ok: true, access_token: token, token_type: 'bot', scope: 'commands,chat:write' },
      ...{ bot_user_id: 'UBOT', app_id: 'A1', authed_user: { id: 'UADMIN' } },
      team: place.teamId ? { id: place.teamId, name: 'A workspace' } : null,
      enterprise: place.enterpriseId ? { id: place.enterpriseId, name: 'An organisation' } : null,
      is_enterprise_install: place.teamId === undefined,
      ...(refreshToken ? { refresh_token: refreshToken, expires_in: place.expiresIn } : {}),
    };
  };
  const renewed = (refreshToken: string): object => {
    if (grid.refuseRenewal) return { ok: false, error: grid.refuseRenewal };
    const known = refreshTokens.get(refreshToken);
    if (spent.has(refreshToken)) grid.spentTwice.push(refreshToken);
    if (!known || spent.has(refreshToken)) return { ok: false, error: 'invalid_refresh_token' };
    spent.add(refreshToken);
    grid.living.delete(known.token);
    return granted(known.place);
  };
  const front = await startSlackFront(async ({ method, token, args }) => {
    if (method === 'oauth.v2.access') {
      await new Promise((resolve) => setTimeout(resolve, grid.delayMs));
      if (args.grant_type === 'refresh_token') return renewed(args.refresh_token ?? '');
      const place = grid.codes.get(args.code ?? '');
      grid.codes.delete(args.code ?? '');
      return place ? granted(place) : { ok: false, error: 'invalid_code' };
    }
    if (!grid.living.has(token)) return { ok: false, error: 'token_expired' };
    if (method === 'auth.test')
      return { ok: true, bot_id: 'BBOT', user_id: 'UBOT', url: 'https://a.slack.com/' };
    if (method === 'conversations.members') return { ok: true, members: ['U1', 'U2'] };
    if (method === 'conversations.open') return { ok: true, channel: { id: `D${args.users}` } };
    if (method === 'users.info')
      return { ok: true, user: { id: args.user, team_id: args.team_id ?? 'T1', tz: 'UTC' } };
    if (method === 'chat.postMessage') return { ok: true, ts: `${++count}.1`, channel: args.channel };
    return { ok: true };
  });
  const grid: GridStandIn = {
    ...front,
    ...{ codes: new Map(), spentTwice: [], living: new Set(), refuseRenewal: undefined, delayMs: 0, issue },
    renewals: () => spent.size,
  };
  return grid;
}
