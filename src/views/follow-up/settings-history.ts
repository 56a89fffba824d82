import type { MessageBlock } from '../../command.ts';
import type { BoardEntry, FieldChange } from '../../followup/follow-up.ts';
import { SETTING_FIELDS, type SettingName } from '../../followup/setting-fields.ts';
import { header, section, sections } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { instant } from './entry-sentence.ts';

/** Who changed which setting from what to what, in one line. */
export function settingsEntry({ by, atMs, changes }: BoardEntry): string {
  return `*Settings changed* by <@${by}>, ${instant(atMs)}: ${changes.map(change).join(', ')}`;
}

/** Of 3,000 characters each: a message ends near 13,000. */
const mostSections = 4;

/** What was changed about a board, the newest first; of very much the oldest is left out. */
export function settingsHistory(entries: readonly BoardEntry[]): MessageBlock[] {
  if (entries.length === 0) return [section('Nobody has changed the settings of this board yet.')];
  const lines = entries.map((entry) => `• ${settingsEntry(entry)}`).reverse();
  return [header('History of the settings'), ...sections(lines.join('\n')).slice(0, mostSections)];
}

function change({ field, from, to }: FieldChange): string {
  const label = Object.hasOwn(SETTING_FIELDS, field) ? SETTING_FIELDS[field as SettingName].label : field;
  return `${label} ${shown(to)} (was ${shown(from)})`;
}

/** A mention stays one; a ladder goes on one line. */
function shown(value: string | number | null): string {
  const text = String(value ?? 'none');
  return /^<@[UW][A-Z0-9]+>$/.test(text) ? text : escapeMrkdwn(text).replaceAll('\n', '; ');
}
