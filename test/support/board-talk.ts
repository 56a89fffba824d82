import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import { validateMessage, validateView } from '../../src/slack/block-kit/validate.ts';
import type { TestApp } from './start-test-app.ts';

interface Shown {
  text: string;
  /** The whole body, to look for what must or must not stand anywhere. */
  all: string;
  blocks: { type: string }[];
  replace_original: boolean;
}

/** One person after another in front of an app of the tests; what they are shown keeps the rules of Block Kit. */
export interface BoardTalk {
  /** Types behind `/imt-followup` and waits for the answer. */
  say(text: string, who?: object): Promise<Shown>;
  nextMessage(): Promise<Shown>;
  /** The next dialog that opens. */
  nextDialog(): Promise<ModalView>;
  /** The next App Home that is drawn, and for whom. */
  nextHome(): Promise<{ userId: string; all: string; blocks: { type: string }[] }>;
}

export function createBoardTalk(app: Pick<TestApp, 'slack' | 'type'>): BoardTalk {
  const seen = new Map<string, number>();
  const nextView = async (method: string) => {
    const at = seen.get(method) ?? 0;
    const made = () => app.slack.calls.filter((call) => call.method === method);
    await expect.poll(() => made().length).toBeGreaterThan(at);
    seen.set(method, at + 1);
    const args = made()[at]?.args ?? {};
    const view = JSON.parse(args.view ?? '');
    expect(validateView(view)).toEqual([]);
    return { view, args };
  };
  const nextMessage = async (): Promise<Shown> => {
    const { body } = await app.slack.nextPost();
    expect(validateMessage(body)).toEqual([]);
    return { ...body, blocks: body.blocks ?? [], all: JSON.stringify(body) };
  };
  return {
    nextMessage,
    async say(text, who = {}) {
      await app.type('/imt-followup', text, who);
      return nextMessage();
    },
    nextDialog: async () => (await nextView('views.open')).view,
    async nextHome() {
      const { view, args } = await nextView('views.publish');
      return { userId: args.user_id ?? '', all: JSON.stringify(view), blocks: view.blocks };
    },
  };
}

/** The control of a message or view with this `action_id`, as Slack reports its press. */
export function controlOf(
  blocks: unknown,
  actionId: string,
  fits: (control: { value?: string }) => boolean = () => true,
): { action_id: string; value: string } {
  const found: { action_id: string; value: string }[] = [];
  const look = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    if ((part as { action_id?: string }).action_id === actionId) found.push(part as never);
    for (const inner of Object.values(part)) look(inner);
  };
  look(blocks);
  const control = found.find(fits);
  if (!control) throw new Error(`there is no control ${actionId}`);
  return control;
}

/** A dialog as it opened, with some of its fields filled in: `state.values` as Slack reports it. */
export function filledIn(view: ModalView, values: Readonly<Record<string, object>>): object {
  const initial = view.blocks.flatMap((block) =>
    'element' in block ? [[block.block_id ?? '', { value: asEntered(block.element) }]] : [],
  );
  const filled = Object.entries(values).map(([id, value]) => [id, { value }]);
  return { ...view, state: { values: { ...Object.fromEntries(initial), ...Object.fromEntries(filled) } } };
}

function asEntered(element: object): object {
  const { type, initial_date, initial_user, initial_option, initial_options, initial_value } =
    element as Record<string, unknown>;
  return {
    type,
    ...(type === 'datepicker' ? { selected_date: initial_date ?? null } : {}),
    ...(type === 'users_select' ? { selected_user: initial_user ?? null } : {}),
    ...(type === 'static_select' ? { selected_option: initial_option ?? null } : {}),
    ...(type === 'checkboxes' ? { selected_options: initial_options ?? [] } : {}),
    ...(type === 'plain_text_input' || type === 'number_input' ? { value: initial_value ?? null } : {}),
  };
}

export const written = (value: string | null) => ({ type: 'plain_text_input', value });
export const person = (id: string | null) => ({ type: 'users_select', selected_user: id });
export const day = (on: string | null) => ({ type: 'datepicker', selected_date: on });
export const picked = (value: string | null) => ({
  type: 'static_select',
  selected_option: value === null ? null : { value, text: { type: 'plain_text', text: value } },
});
export const ticked = (...values: string[]) => ({
  type: 'checkboxes',
  selected_options: values.map((value) => ({ value, text: { type: 'plain_text', text: value } })),
});
