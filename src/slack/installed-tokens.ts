import type { Installations } from '../installations.ts';
import type { Bot, BotPlace, BotTokens } from './bot-tokens.ts';
import { installationIn } from './installation-content.ts';
import { NoClientError } from './no-client-error.ts';
import type { TokenRenewal } from './token-renewal.ts';

/** The token of the workspace's installation, read each time: what one replica erased, no other uses. */
export function installedTokens(installations: Installations, renewal: TokenRenewal): BotTokens {
  const noted = new Map<string, string>();

  async function organisationOf({ teamId, enterpriseId }: BotPlace): Promise<string | undefined> {
    return enterpriseId ?? (teamId === undefined ? undefined : installations.organisationOf(teamId));
  }

  /** Reminders know the workspace alone; what serves it is learnt from its requests. */
  async function note(teamId: string | undefined, organisationId: string): Promise<void> {
    if (teamId === undefined || noted.get(teamId) === organisationId) return;
    await installations.noteOrganisation(teamId, organisationId);
    noted.set(teamId, organisationId);
  }

  return {
    // Where nobody has installed the app yet there is nothing to check.
    check: async () => {},
    async find(place): Promise<Bot> {
      const { teamId } = place;
      const own = [teamId, await organisationOf(place)];
      const ids = (place.isEnterpriseInstall ? own.reverse() : own).filter((id) => id !== undefined);
      const record = ids.length > 0 ? await installations.find(ids) : undefined;
      if (!record) throw notInstalled();
      const ofOrganisation = record.id !== teamId;
      if (ofOrganisation) await note(teamId, record.id);
      const { bot } = installationIn(await renewal.current(record));
      if (!bot) throw notInstalled();
      return { token: bot.token, botId: bot.id, userId: bot.userId, ofOrganisation };
    },
    async forget({ teamId, enterpriseId, isEnterpriseInstall }, atMs) {
      const id = isEnterpriseInstall ? enterpriseId : teamId;
      const record = id === undefined ? undefined : await installations.find([id]);
      // Slack tells some things late: this was of an installation that another has replaced.
      if (!record || atMs < wholeSeconds(record.installedAtMs)) return false;
      noted.delete(teamId ?? '');
      return installations.erase(record.id);
    },
    settled: renewal.settled,
  };
}

const notInstalled = () => new NoClientError({ kind: 'permanent', code: 'not_installed', of: 'workspace' });

/** Slack's times of events have no more. */
const wholeSeconds = (ms: number) => Math.floor(ms / 1000) * 1000;
