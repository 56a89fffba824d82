/** Where the app is installed, and what it was given there. */
export interface InstallationRecord {
  /** Slack's id of the workspace (`T…`), or of the organisation (`E…`) that installed it for all of its workspaces. */
  id: string;
  /** As Slack handed it over, as JSON: tokens and all. */
  content: string;
  installedAtMs: number;
  /** When its bot token ends; null for one that does not. */
  expiresAtMs: number | null;
  /** Another one with each token. Whoever writes names the one that they read. */
  version: string;
}

type Content = Pick<InstallationRecord, 'content' | 'expiresAtMs'>;

/** The installations of all replicas. Times are the machine's: tokens end by Slack's clock. */
export interface Installations {
  /** In place of the one that was there; what could not be sent to its workspaces is due again. */
  save(id: string, content: Content): Promise<void>;
  /** The first of these ids that has one. */
  find(ids: readonly string[]): Promise<InstallationRecord | undefined>;
  /** Removes it, tokens and all; false when there was none. */
  erase(id: string): Promise<boolean>;
  count(): Promise<number>;
  /** For what the app does there unasked: which organisation's installation serves a workspace. */
  noteOrganisation(teamId: string, organisationId: string): Promise<void>;
  organisationOf(teamId: string): Promise<string | undefined>;
  /** True for the one replica that may have the token renewed until then. */
  claimRenewal(record: InstallationRecord, untilMs: number): Promise<boolean>;
  /** Nobody tries before then. */
  delayRenewal(record: InstallationRecord, untilMs: number): Promise<void>;
  /** False, and nothing written, when it was erased or replaced meanwhile. */
  renew(record: InstallationRecord, content: Content): Promise<boolean>;
}
