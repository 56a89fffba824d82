const words: Readonly<Record<string, string>> = {
  not_in_board: 'they are no longer in the channel of this board, or may not see it',
  channel_not_found: 'Slack does not find it, or the app is not in it',
  is_archived: 'it is archived',
  not_in_channel: 'the app is not in it',
  user_not_in_channel: 'they are not in the channel',
  user_not_found: 'Slack does not know them any more',
  users_not_found: 'Slack does not know them any more',
  user_not_visible: 'the app may not see them',
  user_disabled: 'their account at Slack is switched off',
  user_is_bot: 'this is an app, not a person',
  cannot_dm_bot: 'this is an app, not a person',
  messages_tab_disabled: 'the app may not receive direct messages: its messages tab is off',
  restricted_action: 'the rules of this Slack workspace do not let the app write there',
  restricted_action_read_only_channel: 'only some people may write there',
  restricted_action_non_threadable_channel: 'nobody may write into threads there',
};

/** Why a message did not arrive, for people: Slack's own codes belong in the log. */
export function failureInWords(code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : null) ?? 'Slack did not take the message';
}
