import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMessageHtml } from '../../../src/sandbox/render/render-message.ts';
import {
  actions,
  bar,
  button,
  dataTable,
  everyMessageBlock,
  mrkdwn,
  option,
  plain,
  raw,
  section,
  select,
  table,
} from '../../slack/block-kit/payloads.ts';

const context = {
  users: new Map([['U1', 'Ada <b>']]),
  channels: new Map([['C1', 'sarcoma-board']]),
  timeZone: 'Europe/Berlin',
};
const html = (...blocks: unknown[]) => renderMessageHtml(blocks, context);
const textHtml = (text: string) => html(section(text));

describe('mrkdwn on the page', () => {
  it.each([
    ['*bold* and _italic_ and ~gone~', '<strong>bold</strong> and <em>italic</em> and <s>gone</s>'],
    ['*bold with <https://a.example/x_y|a _link_>*', '<a href="https://a.example/x_y"'],
    ['`*code*`', '<code>*code*</code>'],
    ['```\na | b\n```', '<pre tabindex="0">a | b\n</pre>'],
    ['&gt; quoted\n&gt; twice\nnot', '<blockquote>quoted\ntwice</blockquote>not'],
    [
      '<@U1> in <#C1>',
      '<span class="bk-mention">@Ada &lt;b&gt;</span> in <span class="bk-mention">#sarcoma-board</span>',
    ],
    ['<@U9>', '<span class="bk-mention">@U9</span>'],
    ['<!here>', '<span class="bk-mention">@here</span>'],
    ['<https://doi.org/10.1/a?b=1&amp;c=2|Guo &lt;2024&gt;>', 'href="https://doi.org/10.1/a?b=1&amp;c=2"'],
    ['<https://doi.org/10.1/a|Guo &lt;2024&gt;>', '>Guo &lt;2024&gt;</a>'],
    ['see https://a.example/b.', '>https://a.example/b</a>.'],
    ['<!date^1392734382^Due {date_short} at {time}|x>', '>Due 18 Feb 2014 at 15:39</time>'],
    ['<!date^oops^{date}|18 February>', '18 February'],
  ])('%j', (text, expected) => {
    expect(textHtml(text)).toContain(expected);
  });

  it.each([
    '54 Gy in 27 × 2 Gy * 3 * 4',
    'α/β_10 and snake_case_name',
    '# 3 of 5\n| a | b |',
    '20–60 Gy ~5 weeks',
    '* * *',
    '\\* as it is',
    ':warning: [x](y)',
  ])('%j keeps every character and gets no style', (text) => {
    expect(textHtml(text)).toContain(`<div class="bk-text">${text}</div>`);
  });

  it('shows an escaped mention as text, not as a mention', () => {
    expect(textHtml('&lt;!channel&gt;')).toContain('<div class="bk-text">&lt;!channel&gt;</div>');
  });

  it('reads no markup in plain text', () => {
    expect(html(section('', plain('*a* <@U1> &amp;')))).toContain('*a* &lt;@U1&gt; &amp;amp;');
  });

  it('loses no character that is no markup', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'β', ' ', '5', '.', '-', '(', ')', '%', '\n') });
    fc.assert(
      fc.property(
        words.filter((text) => text.trim() !== ''),
        (text) => textHtml(text).includes(text),
      ),
    );
  });
});

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

describe('a table on the page', () => {
  const numbers = [{ type: 'raw_number', value: 54, text: '54.0' }, raw('n/a')];
  const rows = [[raw('Total (Gy)'), raw('Note')], numbers, numbers, numbers];

  it('has its caption, header cells, row names and numbers to the right', () => {
    const made = html(dataTable(rows, { row_header_column_index: 1 }));
    expect(made).toContain('<figcaption>Schedules</figcaption>');
    expect(made).toContain('<th scope="col" class="bk-number">Total (Gy)</th><th scope="col">Note</th>');
    expect(made).toContain('<td class="bk-number">54.0</td><th scope="row">n/a</th>');
  });

  it('can be scrolled by keyboard', () => {
    expect(html(dataTable(rows))).toContain('role="region" tabindex="0" aria-label="Schedules"');
  });

  it('shows one page of rows and the others on demand', () => {
    const made = html(dataTable(rows, { page_size: 1 }));
    expect(made.match(/<tr class="bk-later">/g)).toHaveLength(2);
    expect(made).toContain('Show all 3 rows');
    expect(html(dataTable(rows, { page_size: 3 }))).not.toContain('Show all');
  });

  it('of the older kind takes numbers too', () => {
    expect(html(table(rows))).toContain('<td class="bk-number">54.0</td>');
  });
});

describe('every block', () => {
  it.each(everyMessageBlock.filter(({ name }) => name !== 'every control of a row'))(
    '$name is drawn',
    ({ block }) => {
      const made = html(block);
      expect(made).not.toContain('bk-unknown');
      expect(made.length).toBeGreaterThan('<div class="bk"></div>'.length);
    },
  );

  it('gives the figures of a chart beside the picture', () => {
    const made = html(bar(['3', '10']));
    expect(made).toContain('<svg');
    expect(made).toContain('<th scope="row">10</th><td class="bk-number">54</td>');
  });

  it('of an unknown type is shown with all that it holds', () => {
    const made = html({ type: 'hologram', text: 'deep' });
    expect(made).toContain('Unknown block: hologram');
    expect(made).toContain('&quot;text&quot;: &quot;deep&quot;');
  });

  it('that cannot be drawn is shown as it is, and its neighbours stay', () => {
    const made = html(section('before'), { type: 'section', text: {} }, section('after'));
    expect(made).toContain('Block that could not be drawn: section');
    expect(made).toMatch(/before[\s\S]*after/);
  });

  it('of rich text that holds something unknown is shown as it is', () => {
    const rich = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_hologram', elements: [{ type: 'text', text: 'deepness' }] }],
    };
    expect(html(rich)).toContain('deepness');
  });

  it('whose type cannot be written as text is shown as it is', () => {
    expect(html({ type: { toString: 1, valueOf: 1 } })).toContain('Unknown block: no type');
  });

  it('of any JSON is drawn without an error', () => {
    fc.assert(fc.property(fc.jsonValue(), (block) => html(block).startsWith('<div class="bk">')));
  });
});

describe('hostile text', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "'><a href='javascript:alert(1)'>",
    '<javascript:alert(1)|press>',
    '<https://a.example/"onmouseover="alert(1)|x>',
    '<data:text/html,<script>alert(1)</script>|x>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '[x](javascript:alert(1))',
    '</textarea></title><script>alert(1)</script>',
  ];
  /** Nothing runs: no script, no handler, no address that is code, and no tag that was not ours. */
  const harmless = (made: string) => {
    const tags = [...made.matchAll(/<[a-z][^<>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
    expect(made).not.toMatch(/<script|<iframe|<object|<embed/i);
    expect(tags.filter((tag) => /\son\w+=/i.test(tag))).toEqual([]);
    expect(made).not.toMatch(/(?:href|src)="\s*(?:javascript:alert|data:)/i);
  };

  it.each(attacks)('%s does nothing in any text of any block', (attack) => {
    for (const { block } of everyMessageBlock) {
      const poisoned = JSON.parse(JSON.stringify(block), (key, value) =>
        typeof value === 'string' && !['type', 'style', 'status', 'range', 'level'].includes(key)
          ? attack
          : value,
      );
      harmless(html(poisoned));
    }
  });

  it.each(attacks)('%s does nothing as a type or a name', (attack) => {
    harmless(html({ type: attack, [attack]: attack }, actions({ type: attack })));
    harmless(
      renderMessageHtml([section('<@U1>'), section('', mrkdwn('<#C1>'))], {
        users: new Map([['U1', attack]]),
        channels: new Map([['C1', attack]]),
      }),
    );
  });
});
