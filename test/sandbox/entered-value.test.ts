import { describe, expect, it } from 'vitest';
import { enteredValue } from '../../src/sandbox/entered-value.ts';

const option = (value: string) => ({ value, text: { type: 'plain_text', text: value.toUpperCase() } });
const options = [option('a'), option('b'), option('c')];

describe('what Slack reports of an element', () => {
  it.each([
    ['plain_text_input', ['x'], { value: 'x' }],
    ['plain_text_input', [], { value: null }],
    ['static_select', ['b'], { selected_option: option('b') }],
    ['static_select', ['z'], { selected_option: null }],
    ['overflow', ['a'], { selected_option: option('a') }],
    ['radio_buttons', [], { selected_option: null }],
    ['checkboxes', ['a', 'c'], { selected_options: [option('a'), option('c')] }],
    ['multi_static_select', [], { selected_options: [] }],
    ['datepicker', ['2026-12-01'], { selected_date: '2026-12-01' }],
    ['timepicker', ['09:30'], { selected_time: '09:30' }],
    ['datetimepicker', ['1795438009'], { selected_date_time: 1795438009 }],
    ['users_select', ['U1'], { selected_user: 'U1' }],
    ['conversations_select', [], { selected_conversation: null }],
    ['multi_users_select', ['U1', 'U2'], { selected_users: ['U1', 'U2'] }],
  ])('a %s left at %j', (type, values, expected) => {
    const element = { type, action_id: 'one', options };
    expect(enteredValue({ blockId: 'b', input: undefined, element }, values)).toEqual({ type, ...expected });
  });

  it('finds an option inside a group', () => {
    const element = { type: 'static_select', action_id: 'one', option_groups: [{ options }] };
    expect(enteredValue({ blockId: 'b', input: undefined, element }, ['c'])).toEqual({
      type: 'static_select',
      selected_option: option('c'),
    });
  });
});
