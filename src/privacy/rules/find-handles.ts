import { anywhere } from '../anywhere.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const networks =
  'tik ?tok|insta(?:gram)?|facebook|twitter|snap(?: ?chat)?|you ?tube|twitch|reddit|tumblr|threads|mastodon|bluesky|discord|vlog|blog|weibo|douyin|vk|onlyfans|patreon|go ?fund ?me|just ?giving|caring ?bridge|fb|ig';
const family =
  'patient|pt|boy|girl|child|baby|kid|toddler|teenager|mum|mom|mother|dad|father|parents|wife|husband|partner|son|daughter|brother|sister|sibling|twin|aunt|uncle|cousin|gran|grandma|family|his|her|their|carer|guardian|mère|père|famille|madre|padre|familia|mutter|vater|familie';

/** An address has signs before its "@"; a mention of Slack is blacked out already. */
const handle = anywhere(
  /(?<![\p{L}\d.@_/-])@(?!here|channel|everyone)(?<value>[\p{L}\d][\p{L}\d_.]{2,39})(?![\p{L}\d@])/gu,
);
const spoken = new RegExp(
  String.raw`(?<![\p{L}])(?:${networks}|social media|account|handle|followers?|follows?|posts? (?:as|under|on)|posting|posted|page)(?![\p{L}])|(?<![\p{L}])(?:${family})(?:'s)?(?: is| at| as|:|,| on| under| \()? ?$`,
  'iu',
);
const spokenBehind = new RegExp(`^,?.? ?(?:on|\\(|at|in) ?(?:${networks})(?![\\p{L}])`, 'iu');

/** Without "@" only what no word is: with digits, a line below or a dot inside. */
const named = atWords(
  new RegExp(
    String.raw`(?=tik|ins|fac|twi|sna|you|red|tum|thr|mas|blu|dis|vlo|blo|wei|dou|vk|onl|pat|go|jus|car|fb|ig|use|han)(?<![a-z\d])(?:${networks}|user ?name|handle)(?: (?:account|handle|user(?:name)?|page|name|channel|is|as|under|called)){0,3}(?: ?[:=] ?| )(?<value>(?=[a-z\d.]{0,30}[\d_])[a-z][a-z\d.]{0,20}[a-z\d_][a-z\d_.]{2,20})(?![\p{L}\d@])`,
    'gu',
  ),
);
/** A page of somebody's own. */
const blog = anywhere(
  /(?<![\p{L}\d.@/-])[\p{L}\d-]{3,40}\.(?:blogspot|wordpress|tumblr|weebly|wixsite|substack)\.[a-z]{2,3}(?![\p{L}\d/])/gu,
);
const redditor = anywhere(/(?<![\p{L}\d./])\/?u\/(?<value>[\p{L}\d_-]{3,20})(?![\p{L}\d/])/gu);

/**
 * Names on social networks of patients and their families. What only names a colleague ("@anna can you look") is left.
 *
 * @example
 * [...findHandles(readPage('mum is on instagram @quill_fights'))].length //=> 1
 */
export function* findHandles({ text, lower, beginnings }: Page): Generator<Candidate> {
  if (text.includes('@')) {
    for (const { value, start, end } of handle(text)) {
      const name = value.replace(/[.]+$/, '');
      const ahead = text.slice(end, end + 24);
      if (spoken.test(text.slice(Math.max(0, start - 61), start - 1)) || spokenBehind.test(ahead))
        yield { type: 'social-name', start: start - 1, end: start + name.length };
    }
  }
  for (const { value, start } of named(lower, beginnings))
    yield { type: 'social-name', start, end: start + value.replace(/[.]+$/, '').length };
  if (/\.(?:blo|wor|tum|wee|wix|sub)/.test(lower))
    for (const { start, end } of blog(lower)) yield { type: 'url', start, end };
  if (lower.includes('u/'))
    for (const { start, end } of redditor(text)) yield { type: 'social-name', start, end };
}
