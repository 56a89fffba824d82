import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bar,
  dataTable,
  everyMessageBlock,
  plain,
  raw,
  section,
  table,
} from '../../slack/block-kit/payloads.ts';
import { html } from './page-html.ts';

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
