/** Invisible, and enough to end what Slack would otherwise read as a mention or an address. */
const breaker = '\u200b';

const mention = /@(?=[\p{L}\p{N}])/gu;
const scheme = /:\/\//g;
// A path is left alone: an invisible character in a printed DOI would be copied with it.
const domain = /(?<![\p{L}\p{N}_./-])(?:[\p{L}\p{N}_-]+\.)+(?=\p{L}{2,}(?![\p{L}\p{N}_-]))/gu;
/** Hardly any text has these, and to look for them alone costs a tenth. */
const mayLink = /[@:.](?:\p{L}|\p{N}|\/\/)/u;

/**
 * Text that shows in mrkdwn as it was written: it mentions nobody, links nowhere and opens no markup of Slack's.
 *
 * Only `&`, `<` and `>` have an escape in Slack; `@here`, addresses and domains are broken by an invisible
 * character, since Slack makes links of them by itself.
 *
 * @example
 * escapeMrkdwn('<!channel> & co'); // '&lt;!channel&gt; &amp; co'
 */
export function escapeMrkdwn(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!mayLink.test(escaped)) return escaped;
  return escaped
    .replace(mention, `@${breaker}`)
    .replace(scheme, `:${breaker}//${breaker}`)
    .replace(domain, (labels) => `${labels}${breaker}`);
}
