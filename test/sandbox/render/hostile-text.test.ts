import { describe, expect, it } from 'vitest';
import { renderMessageHtml } from '../../../src/sandbox/render/render-message.ts';
import { actions, everyMessageBlock, mrkdwn, section } from '../../slack/block-kit/payloads.ts';
import { html } from './page-html.ts';

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
