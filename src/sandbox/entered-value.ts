import type { FoundElement } from './find-elements.ts';
import type { Entry, SlackObject } from './slack-shapes.ts';

type Option = { value?: string };

/** What Slack reports of an element that a person left at `values`; keys differ from type to type. */
export function enteredValue({ element }: FoundElement, values: readonly string[]): SlackObject {
  const { type } = element;
  const first = values[0] || null;
  if (type === 'datetimepicker') return { type, selected_date_time: first === null ? null : Number(first) };
  if (type === 'datepicker') return { type, selected_date: first };
  if (type === 'timepicker') return { type, selected_time: first };
  if (type === 'users_select') return { type, selected_user: first };
  if (type === 'conversations_select') return { type, selected_conversation: first };
  if (type === 'channels_select') return { type, selected_channel: first };
  if (type === 'multi_users_select') return { type, selected_users: values };
  if (type === 'multi_conversations_select') return { type, selected_conversations: values };
  if (type === 'multi_channels_select') return { type, selected_channels: values };
  const options = optionsOf(element).filter(({ value }) => value !== undefined && values.includes(value));
  if (type === 'checkboxes' || type.startsWith('multi_')) return { type, selected_options: options };
  if (type.endsWith('select') || type === 'radio_buttons' || type === 'overflow')
    return { type, selected_option: options[0] ?? null };
  return { type, value: first };
}

/** `state.values` of a message or view: what stands in each element that keeps what was entered. */
export function stateValues(
  found: readonly FoundElement[],
  entries: readonly Entry[],
): Record<string, SlackObject> {
  const values: Record<string, Record<string, SlackObject>> = {};
  for (const one of found.filter(({ element }) => !momentary.has(element.type))) {
    const entered = entries.find((entry) => isOf(entry, one))?.values ?? [];
    values[one.blockId] = { ...values[one.blockId], [one.element.action_id]: enteredValue(one, entered) };
  }
  return values;
}

/** What Slack itself asks for before it submits: each input that is not optional and is empty. */
export function missingInputs(
  found: readonly FoundElement[],
  entries: readonly Entry[],
): Record<string, string> {
  const missing = found.filter(
    (one) =>
      one.input &&
      one.input.optional !== true &&
      !entries.some((entry) => isOf(entry, one) && entry.values.some((value) => value !== '')),
  );
  return Object.fromEntries(missing.map(({ blockId }) => [blockId, 'Please complete this required field.']));
}

export function isOf(
  entry: Pick<Entry, 'blockId' | 'actionId'>,
  { blockId, element }: FoundElement,
): boolean {
  return entry.blockId === blockId && entry.actionId === element.action_id;
}

const momentary = new Set(['button', 'workflow_button', 'icon_button', 'feedback_buttons', 'overflow']);

function optionsOf(element: SlackObject): Option[] {
  const groups = (element.option_groups ?? []) as { options: Option[] }[];
  return [...((element.options ?? []) as Option[]), ...groups.flatMap(({ options }) => options)];
}
