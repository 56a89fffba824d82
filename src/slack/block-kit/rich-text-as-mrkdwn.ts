import { escapeMrkdwn } from '../../views/escape-mrkdwn.ts';
import { isObject } from './check-rule.ts';
import type { JsonObject } from './rule.ts';

/** Rich text as mrkdwn: its words, links and mentions, its lines and list items; not its bold or colours. */
export function richText(part: JsonObject): string {
  const { type } = part;
  const elements = Array.isArray(part.elements) ? part.elements.filter(isObject) : [];
  if (type === 'rich_text') return elements.map(richText).join('\n');
  if (type === 'rich_text_list') {
    return elements
      .map((item, index) => `${part.style === 'ordered' ? `${index + 1}.` : '•'} ${richText(item)}`)
      .join('\n');
  }
  return elements.map(piece).join('');
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');
/** An id stands inside Slack's own markup, so it may hold nothing that ends it. */
const id = (value: unknown) => word(value).replace(/[^\w]/g, '');

function piece(one: JsonObject): string {
  switch (one.type) {
    case 'user':
      return `<@${id(one.user_id)}>`;
    case 'channel':
      return `<#${id(one.channel_id)}>`;
    case 'emoji':
      return `:${escapeMrkdwn(word(one.name))}:`;
    case 'link': {
      const address = word(one.url);
      const label = escapeMrkdwn(word(one.text) || address);
      return /^https?:\/\/[^\s<>|]+$/.test(address) ? `<${address}|${label}>` : label;
    }
    case 'broadcast':
      return escapeMrkdwn(`@${word(one.range)}`);
    case 'date':
      return escapeMrkdwn(word(one.fallback) || isoDay(one.timestamp));
    default:
      return Array.isArray(one.elements) ? richText(one) : escapeMrkdwn(word(one.text) || word(one.value));
  }
}

function isoDay(timestamp: unknown): string {
  const instant = new Date(Number(typeof timestamp === 'number' ? timestamp : Number.NaN) * 1000);
  return Number.isNaN(instant.valueOf()) ? '' : instant.toISOString().slice(0, 10);
}
