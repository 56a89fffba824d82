import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../src/processor-ms.ts';
import { escapeMrkdwn } from '../../src/views/escape-mrkdwn.ts';

const invisible = '\u200b';
const asRead = (mrkdwn: string) =>
  mrkdwn.replaceAll(invisible, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<!channel>',
        '<@U123>',
        '@here',
        '@everyone ',
        'https://evil.example/a',
        '<http://a|b>',
        '&lt;',
        '&amp;',
        'evil.com',
        'a@b.org',
        '<!date^1^{date}|x>',
        '#general',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('text that is echoed', () => {
  it('reads as it was written', () => {
    fc.assert(fc.property(hostile, (text) => asRead(escapeMrkdwn(text)) === text.replaceAll(invisible, '')));
  });

  it('opens no markup of Slack’s', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeMrkdwn(text)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      }),
    );
  });

  it('mentions nobody and holds no address that Slack would make a link of', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeMrkdwn(text)).not.toMatch(/@[\p{L}\p{N}]|:\/\//u);
      }),
    );
  });

  it.each([
    ['<!channel> & co', '&lt;!channel&gt; &amp; co'],
    ['<@U123>', `&lt;@${invisible}U123&gt;`],
    ['@here', `@${invisible}here`],
    ['see https://evil.example/x', `see https:${invisible}//${invisible}evil.${invisible}example/x`],
    ['go to www.evil.com now', `go to www.evil.${invisible}com now`],
    ['already &lt;escaped&gt;', 'already &amp;lt;escaped&amp;gt;'],
  ])('%j is written %j', (text, written) => {
    expect(escapeMrkdwn(text)).toBe(written);
  });

  it.each(['10.1016/j.ijrobp.2005.12.053', '54 Gy in 27 × 2.0 Gy, e.g. 5 of 6', 'α/β 3.5; Fig. 2'])(
    '%j keeps every character, so that it can be copied',
    (text) => {
      expect(escapeMrkdwn(text)).toBe(text);
    },
  );

  it('takes time in proportion to its length', () => {
    const slow = `${'a.'.repeat(20_000)}${'-'.repeat(20_000)}${'a'.repeat(20_000)}`;
    const started = processorMs();
    escapeMrkdwn(slow);
    expect(processorMs() - started).toBeLessThan(500);
  });
});
