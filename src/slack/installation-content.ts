import type { Installation, OrgInstallation } from '@slack/oauth';
import type { InstallationRecord } from '../installations.ts';

export type AnyInstallation = Installation<'v2'> | OrgInstallation;

/** Slack's id of the place: the organisation's when that one installed the app for all of its workspaces. */
export function placeIdOf(installation: AnyInstallation): string {
  const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
  if (!id) throw new Error('Slack named neither a workspace nor an organisation');
  return id;
}

export function contentOf(
  installation: AnyInstallation,
): Pick<InstallationRecord, 'content' | 'expiresAtMs'> {
  const { expiresAt } = installation.bot ?? {};
  return {
    content: JSON.stringify(installation),
    expiresAtMs: expiresAt === undefined ? null : expiresAt * 1000,
  };
}

export function installationIn({ content }: Pick<InstallationRecord, 'content'>): AnyInstallation {
  return JSON.parse(content) as AnyInstallation;
}
