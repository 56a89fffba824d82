import type { InstallationStore } from '@slack/oauth';
import type { AuditTrail } from '../audit-trail.ts';
import type { Installations } from '../installations.ts';
import { type AnyInstallation, contentOf, installationIn, placeIdOf } from './installation-content.ts';
import { NoClientError } from './no-client-error.ts';

/** What `@slack/oauth` keeps installations in: the app's own store. */
export function createInstallationStore(
  installations: Installations,
  audit: Pick<AuditTrail, 'record'>,
): InstallationStore {
  return {
    async storeInstallation(given) {
      const installation = given as AnyInstallation;
      if (!installation.bot) throw new Error('Slack gave no bot token');
      const id = placeIdOf(installation);
      await installations.save(id, contentOf(installation));
      audit.record({
        ...{ actor: installation.user.id, teamId: id, channelId: '', action: 'changed' },
        ...{ what: 'installation', about: [], outcome: 'installed' },
      });
    },
    async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      const record = await installations.find(
        [isEnterpriseInstall ? enterpriseId : teamId].filter((id) => id !== undefined),
      );
      if (!record) throw new NoClientError({ kind: 'permanent', code: 'not_installed', of: 'workspace' });
      return installationIn(record) as never;
    },
    async deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      const id = isEnterpriseInstall ? enterpriseId : teamId;
      if (id !== undefined) await installations.erase(id);
    },
  };
}
