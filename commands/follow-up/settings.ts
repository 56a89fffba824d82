import type {
  Action,
  FieldErrors,
  Form,
  FormRequest,
  MessageReply,
  Reply,
  Services,
} from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { type ChangedSettings, changeSettings } from '../../src/followup/change-settings.ts';
import type { BoardSettings } from '../../src/followup/follow-up.ts';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName } from '../../src/followup/setting-fields.ts';
import { followUpIds } from '../../src/views/follow-up/action-ids.ts';
import { settingsForm } from '../../src/views/follow-up/settings-form.ts';
import { settingsEntry, settingsHistory } from '../../src/views/follow-up/settings-history.ts';
import { settingsInWords } from '../../src/views/follow-up/settings-in-words.ts';
import { privately } from '../privately.ts';
import { type Desk, deskOf, requireLead } from './desk.ts';

/** Bare it shows them; with a setting's word and what to write there it changes that one. */
export async function settings(text: string, desk: Desk): Promise<Reply> {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const name = word.toLowerCase();
  if (name === '') return shown(desk.settings);
  if (name === 'history') return historyOfBoard(desk);
  if (!isSetting(name) || rest === '') throw new UserError(whatToWrite);
  await requireLead(desk);
  const changed = changeSettings(desk.settings, { [name]: rest }, desk.act);
  if ('faults' in changed) throw new UserError(changed.faults[name] ?? whatToWrite);
  return save(changed, desk);
}

export const settingsButtons: readonly Action[] = [
  {
    id: followUpIds.settings,
    async run(request, services) {
      const [channelId = '', where = ''] = request.value.split(' ');
      const desk = await deskOf({ ...request, channelId }, services);
      await requireLead(desk);
      const { settings: current } = desk;
      const view = settingsForm(current, `${channelId} ${current.version} ${where}`.trim());
      return { kind: 'dialog', view };
    },
  },
  {
    id: followUpIds.settingsHistory,
    run: async (request, services) =>
      historyOfBoard(await deskOf({ ...request, channelId: request.value }, services)),
  },
];

export const settingsForms: readonly Form[] = [{ id: followUpIds.settingsForm, run: saveFilled }];

async function saveFilled(request: FormRequest, services: Services): Promise<Reply | FieldErrors> {
  const [channelId = '', version = '', where] = request.privateValue.split(' ');
  const desk = await deskOf({ ...request, channelId }, services);
  await requireLead(desk);
  // What was filled in beside another person's changes would undo them unseen.
  const reply =
    desk.settings.version === Number(version) ? await saveValues(request, desk) : await whoChangedThem(desk);
  return reply.kind === 'message' && where === 'here' ? { ...reply, replaces: true } : reply;
}

async function saveValues({ values }: FormRequest, desk: Desk): Promise<MessageReply | FieldErrors> {
  const written = Object.fromEntries(SETTING_NAMES.map((name) => [name, values[name] ?? '']));
  const changed = changeSettings(desk.settings, written, desk.act);
  return 'faults' in changed ? { kind: 'field-errors', errors: changed.faults } : save(changed, desk);
}

async function save({ settings: changed, entry }: ChangedSettings, desk: Desk): Promise<MessageReply> {
  const { boardLeadId } = changed;
  if (boardLeadId !== null && boardLeadId !== desk.settings.boardLeadId)
    await desk.services.access.refuseOutsiders(desk.board, [boardLeadId]);
  const saved = await desk.services.followUps.saveSettings(changed, entry);
  return saved ? shown(changed, [`${settingsEntry(entry)}.`, '']) : whoChangedThem(desk);
}

/** Nothing was changed: what the settings have become since, and through whom. */
async function whoChangedThem({ board, services, act }: Desk): Promise<MessageReply> {
  const [current, entries] = await Promise.all([
    services.followUps.settings(board),
    services.followUps.boardHistory(board),
  ]);
  const last = entries.at(-1);
  const first =
    last?.by === act.by ? 'you did so before' : `${last ? `<@${last.by}>` : 'somebody else'} was first`;
  return shown(current, [`Nothing was changed: ${first}.${last ? ` ${settingsEntry(last)}.` : ''}`, '']);
}

async function historyOfBoard({ services, board }: Desk): Promise<MessageReply> {
  return privately(
    'History of board settings',
    settingsHistory(await services.followUps.boardHistory(board)),
  );
}

const shown = (settings: BoardSettings, lines: readonly string[] = []): MessageReply =>
  privately('Board settings', settingsInWords(settings, lines));

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTING_FIELDS, name);
}

const whatToWrite = `Behind \`settings\` write one of ${SETTING_NAMES.map((name) => `\`${name}\``).join(', ')} and what it shall be, as \`settings lead @name\`, \`settings zone Europe/Berlin\`, \`settings quiet 18:00-08:00\` or \`settings ladder owner 28 days before; backup 30 days after the window\`. \`settings history\` shows who changed what.`;
