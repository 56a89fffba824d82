import { describe, expect, it } from 'vitest';
import { renderViewHtml } from '../../../src/sandbox/render/render-view.ts';
import { option, plain, section } from '../../slack/block-kit/payloads.ts';

const context = { users: new Map([['U1', 'Ada']]), channels: new Map<string, string>() };
const input = (element: object, change: object = {}) => ({
  type: 'input',
  block_id: 'B1',
  label: plain('Day of the scan'),
  element: { action_id: 'day', ...element },
  ...change,
});
const html = (...blocks: object[]) => renderViewHtml({ blocks }, context);

describe('a dialog on the page', () => {
  it('labels each question, so that pressing the label goes to the answer', () => {
    const made = html(input({ type: 'datepicker', initial_date: '2026-11-23' }));
    const [, target] = /<label for="([^"]+)">Day of the scan<\/label>/.exec(made) ?? [];
    expect(made).toMatch(new RegExp(`<input[^>]*id="${target}"[^>]*type="date"[^>]*value="2026-11-23"`));
  });

  it('says which answers are needed and which are not', () => {
    expect(html(input({ type: 'plain_text_input' }))).toMatch(/<input[^>]*required=""/);
    const made = html(input({ type: 'plain_text_input' }, { optional: true }));
    expect(made).toContain('Day of the scan (optional)');
    expect(made).not.toContain('required');
  });

  it('ties hint and error to the answer', () => {
    const made = html(input({ type: 'plain_text_input' }, { hint: plain('As in CASE-12') }));
    const [, ids = ''] = /aria-describedby="([^"]+)"/.exec(made) ?? [];
    expect(ids.split(' ')).toHaveLength(2);
    for (const id of ids.split(' ')) expect(made).toContain(`id="${id}"`);
    expect(made).toContain('role="alert" data-error-for="B1" hidden=""');
  });

  it('keeps the limits of a text', () => {
    const made = html(
      input({ type: 'plain_text_input', multiline: true, max_length: 40, initial_value: '</textarea>' }),
    );
    expect(made).toMatch(/<textarea[^>]*maxLength="40"/i);
    expect(made).toContain('&lt;/textarea&gt;');
  });

  it.each([
    ['timepicker', 'time'],
    ['datetimepicker', 'datetime-local'],
    ['email_text_input', 'email'],
    ['url_text_input', 'url'],
    ['number_input', 'number'],
  ])('asks for a %s with the browser’s own %s field', (type, field) => {
    expect(html(input({ type }))).toMatch(
      new RegExp(`<input[^>]*data-element-type="${type}"[^>]*type="${field}"`),
    );
  });

  it('asks for one of several with a group of radio buttons of one name', () => {
    const made = html(
      input({ type: 'radio_buttons', options: [option('a'), option('b')], initial_option: option('b') }),
    );
    expect(made).toContain(
      '<fieldset class="bk-input" data-input-block="B1"><legend>Day of the scan</legend>',
    );
    expect(made.match(/<input[^>]*type="radio"[^>]*name="B1 day"/g)).toHaveLength(2);
    expect(made).toMatch(/checked="" value="b"|value="b" checked=""/);
  });

  it('asks for several with checkboxes that each say whose they are', () => {
    const made = html(input({ type: 'checkboxes', options: [option('a'), option('b')] }));
    expect(made.match(/data-block-id="B1" data-action-id="day"[^>]*type="checkbox"/g)).toHaveLength(2);
  });

  it('sends a change at once only where the app asked for it', () => {
    expect(html(input({ type: 'users_select' }))).not.toContain('data-dispatch-action');
    expect(html(input({ type: 'users_select' }, { dispatch_action: true }))).toContain(
      'data-dispatch-action',
    );
  });

  it('shows other blocks as a message does', () => {
    expect(html(section('*bold*'))).toContain('<strong>bold</strong>');
  });
});
