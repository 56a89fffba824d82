import type { ViewStateValue } from '@slack/bolt';
import type { FormValues } from '../command.ts';

/** What was filled in, by `block_id`; each of our blocks asks one thing. */
export function formValues(state: Record<string, Record<string, ViewStateValue>>): FormValues {
  return Object.fromEntries(
    Object.entries(state).map(([blockId, elements]) => [blockId, filledIn(Object.values(elements)[0])]),
  );
}

function filledIn(element: ViewStateValue | undefined): string | null {
  const { selected_date, selected_user, selected_option, selected_options, value } = element ?? {};
  if (selected_options) return selected_options.map((option) => option.value).join(',') || null;
  return selected_date ?? selected_user ?? selected_option?.value ?? value?.trim() ?? null;
}
