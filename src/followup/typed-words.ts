import { plainHyphens } from './plain-hyphens.ts';

/**
 * The words of what was typed, without commas and with plain hyphens; a mention loses the name that Slack writes behind its id.
 *
 * @example
 * typedWords('CASE-12, owner <@U1|Ada L>') //=> ['CASE-12', 'owner', '<@U1>']
 */
export function typedWords(text: string): string[] {
  return plainHyphens(text)
    .replace(/<@[^<>]*>/g, (mention) => mention.replace(/\|.*/s, '>'))
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
}
