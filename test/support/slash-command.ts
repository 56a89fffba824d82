/** Who types a command, and where. */
export interface CommandFields {
  user_id: string;
  channel_id: string;
  team_id: string;
}

/** The body of a slash command, as Slack posts it. */
export function slashCommand(
  command: string,
  text: string,
  responseUrl: string,
  who: Partial<CommandFields> = {},
): string {
  return new URLSearchParams({
    command,
    text,
    user_id: 'U1',
    channel_id: 'C1',
    team_id: 'T1',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    trigger_id: 'a-trigger',
    response_url: responseUrl,
    ...who,
  }).toString();
}
