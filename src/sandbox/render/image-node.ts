import { createElement as h, type ReactNode } from 'react';
import { asJson, asText, type Json } from './json.ts';

/** An image, or its description where the page has no picture to load: a file of Slack's is not on this machine. */
export function imageNode(image: Json, className: string): ReactNode {
  const address = asText(image.image_url) || asText(asJson(image.slack_file).url);
  const description = asText(image.alt_text);
  if (!/^(https?:\/\/|\/)/.test(address))
    return h('span', { className: 'bk-no-image', role: 'img', 'aria-label': description }, description);
  // Lazy, or React asks the browser to load it before the page is there.
  return h('img', { className, src: address, alt: description, loading: 'lazy' });
}
