import { describe, expect, it } from 'vitest';
import {
  actions,
  button,
  everyMessageBlock,
  option,
  plain,
  section,
  select,
} from '../../slack/block-kit/payloads.ts';
import { html } from './page-html.ts';

describe('controls on the page', () => {
  it('are real buttons that say whose they are', () => {
    const made = html({
      ...actions(button('imt.more', { value: 'rt 2', style: 'primary' })),
      block_id: 'B1',
    });
    expect(made).toContain('<button type="button" data-block-id="B1" data-action-id="imt.more"');
    expect(made).toMatch(/class="bk-button primary" data-value="rt 2">Press<\/button>/);
  });

  it('beside a section carry the section’s block_id', () => {
    const made = html({ ...section('a'), block_id: 'B2', accessory: button('imt.source') });
    expect(made).toMatch(/<button[^>]*data-block-id="B2"[^>]*data-action-id="imt.source"/);
  });

  it('are read out by their accessibility label', () => {
    expect(html(actions(button('a', { accessibility_label: 'Show both sides' })))).toContain(
      'aria-label="Show both sides"',
    );
  });

  it('carry what has to be confirmed', () => {
    const confirm = {
      title: plain('Sure?'),
      text: plain('Not "undone"'),
      confirm: plain('Do it'),
      deny: plain('No'),
    };
    const made = html(actions(button('a', { confirm })));
    expect(made).toContain('data-confirm-title="Sure?"');
    expect(made).toContain('data-confirm-text="Not &quot;undone&quot;"');
    expect(made).toContain('data-confirm-yes="Do it"');
    expect(made).toContain('data-confirm-no="No"');
  });

  it('of options are menus with the first choice set', () => {
    const made = html(
      actions(
        select([option('a'), option('b')], { initial_option: option('b'), placeholder: plain('Source…') }),
      ),
    );
    expect(made).toContain('aria-label="Source…"');
    expect(made).toContain('<option value="">Source…</option>');
    expect(made).toContain('<option value="b" selected="">b</option>');
  });

  it('of people offer the people by name', () => {
    const made = html(actions({ type: 'users_select', action_id: 'who', initial_user: 'U1' }));
    expect(made).toContain('<option value="U1" selected="">@Ada &lt;b&gt;</option>');
  });

  it('of an overflow menu open by keyboard and are one button each', () => {
    const made = html(actions({ type: 'overflow', action_id: 'more', options: [option('x'), option('y')] }));
    expect(made).toContain('<summary class="bk-button" aria-label="More actions">');
    expect(made.match(/<button[^>]*data-action-id="more"[^>]*data-value="[xy]"/g)).toHaveLength(2);
  });

  it('of feedback share the action_id and differ in the value', () => {
    const made = html(everyMessageBlock.find(({ block }) => block.type === 'context_actions')?.block);
    expect(made).toMatch(/data-action-id="feedback"[^>]*data-value="good"[^>]*>Helpful</);
    expect(made).toMatch(/data-action-id="feedback"[^>]*data-value="bad"[^>]*>Not helpful</);
  });

  it('of every kind that a message may hold are drawn', () => {
    const row = everyMessageBlock.find(({ name }) => name === 'every control of a row')?.block;
    const unknown = html(row).match(/Unknown element: \w+/g);
    expect(unknown).toEqual(['Unknown element: external_select', 'Unknown element: multi_external_select']);
  });
});
