import type { MessageBlock } from '../command.ts';

/** An object of Slack's that passes through here without being looked into. */
export type SlackObject = Record<string, unknown>;

/** What a person entered or picked in one element of a message or dialog. */
export interface Entry {
  blockId: string;
  actionId: string;
  values: string[];
}

/** A view as the app sends it. */
export interface ViewContent {
  type: 'modal' | 'home';
  blocks: MessageBlock[];
  title?: { text: string };
  submit?: { text: string };
  close?: { text: string };
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
}
