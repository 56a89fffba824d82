import { UserError } from '../errors.ts';
import type { Act } from './act.ts';
import { checkedBoardSettings } from './board-settings.ts';
import type { BoardEntry, BoardSettings } from './follow-up.ts';
import { hourInQuiet } from './hour-in-quiet.ts';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName } from './setting-fields.ts';

/** Settings as they become, still with the version they were read at, and the line for the board's history. */
export interface ChangedSettings {
  settings: BoardSettings;
  entry: BoardEntry;
}

/** What is wrong, by the name of the setting. */
type SettingFaults = Partial<Record<SettingName, string>>;

/**
 * A board's settings with some of them written anew, or what is wrong with each. Throws a `UserError` when nothing
 * would change.
 *
 * @example
 * changeSettings(settings, { hour: '8:30' }, act) //=> { settings: { …, sendAt: '08:30', … }, entry: { …, changes: [{ field: 'hour', from: '09:00', to: '08:30' }] } }
 */
export function changeSettings(
  before: BoardSettings,
  written: Partial<Record<SettingName, string>>,
  { by, atMs }: Act,
): ChangedSettings | { faults: SettingFaults } {
  const faults: SettingFaults = {};
  let after = before;
  for (const name of SETTING_NAMES) {
    const text = written[name];
    if (text === undefined) continue;
    try {
      const read = SETTING_FIELDS[name].read(text, before);
      // Alone with what stood there, so that the fault is this one's.
      checkedBoardSettings({ ...before, ...read });
      after = { ...after, ...read };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults[name] = error.message;
    }
  }
  if (Object.keys(faults).length > 0) return { faults };
  const clash = hourInQuiet(after);
  // Of what is written now, not of what a board had before: it may change its other settings as ever.
  const clashing = (['hour', 'quiet'] as const).find((name) => isChanged(name, before, after));
  if (clash !== null && clashing !== undefined) return { faults: { [clashing]: clash } };
  const changes = SETTING_NAMES.map((name) => ({
    field: name,
    from: SETTING_FIELDS[name].written(before),
    to: SETTING_FIELDS[name].written(after),
  })).filter(({ from, to }) => from !== to);
  if (changes.length === 0) throw new UserError('That is what stands there already. Nothing was changed.');
  return { settings: checkedBoardSettings(after), entry: { action: 'settings', by, atMs, changes } };
}

function isChanged(name: SettingName, before: BoardSettings, after: BoardSettings): boolean {
  const { written } = SETTING_FIELDS[name];
  return written(before) !== written(after);
}
