/** As they stand in the database: `content` is sealed. */
export interface InstallationTables {
  installation: {
    teamId: string;
    channelId: string;
    id: string;
    content: string;
    installedAtMs: number;
    expiresAtMs: number | null;
    renewalUntilMs: number | null;
    version: string;
  };
  organisationTeam: { teamId: string; organisationId: string };
}
