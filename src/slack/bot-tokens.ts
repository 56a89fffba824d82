/** As whom the app speaks in a workspace. */
export interface Bot {
  token: string;
  botId: string | undefined;
  userId: string | undefined;
  /** Whether the token is that of a whole organisation: then each call must name the workspace. */
  ofOrganisation: boolean;
}

/** Where a request came from, as far as its installation goes; what nobody asked for has the workspace alone. */
export interface BotPlace {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall?: boolean | undefined;
}

/** The app's tokens: one that was configured, or one for each installation. */
export interface BotTokens {
  /** Before requests are taken. Throws a `StartError`. */
  check(): Promise<void>;
  /** Throws a `NoClientError`. */
  find(place: BotPlace): Promise<Bot>;
  /** Slack has said that the app was removed, or its token revoked, at that instant; says whether a token was erased. */
  forget(place: BotPlace, atMs: number): Promise<boolean>;
  /** Waits for a token that is being renewed: a half renewed one is lost. */
  settled(deadlineMs: number): Promise<boolean>;
}
