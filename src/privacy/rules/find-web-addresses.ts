import { anywhere } from '../anywhere.ts';
import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import { eachMatch, type Match } from '../each-match.ts';
import { eachMatchAt } from '../each-match-at.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const endings =
  '(?:com|org|net|edu|gov|info|io|me|co|uk|de|fr|cn|eu|app|blog|ly|gl|be|tv|ai|us|ca|au|nl|se|it|es|jp|kr|in|ru|ch|at|pl|cz|ie|nz|za|br|mx|link|online|site|xyz|health|care)';
const addresses = [
  atWords(
    /(?=http|sftp|ftp|fil|ws|dic)(?<![a-z\d])(?:https?|s?ftp|file|wss?|dicom|dicomweb):\/\/[^\s<>|'¤]{1,500}/g,
  ),
  atWords(/(?=www)(?<![a-z\d.@/-])www\.[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}(?:\/[^\s<>|'¤]{0,300})?/g),
];
/** Tried where the word begins that holds an ending, and not at each word. */
const bareAddress = new RegExp(
  String.raw`(?=[a-z\d])(?<![a-z\d.@/-])(?:[a-z\d-]{1,63}\.){1,4}${endings}\/[^\s<>|'¤]{1,300}`,
  'y',
);
const bareEnding = new RegExp(String.raw`(?<=(?<begun>[a-z\d.-]{0,270}))\.${endings}\/`, 'g');

/** Digits, letters and dots from the start of a number on are a version unless each part is at most 255. */
const ipv4 = atNumbers(
  /(?=\d)(?<![\w.-])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?:\/\d{1,2}|:\d{1,5})?(?![\w-]|\.\d)/g,
  4,
);
const ipv6 = anywhere(
  /(?<![\w:.])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])|(?<![\w:.])(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}(?![\w:])/g,
);
const ipv6Hint = /:[\da-f]{0,4}:/;
const mac = anywhere(/(?<![\w:-])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\w:-])/g);
const macHint = /[:-][\da-f]{2}[:-][\da-f]{2}[:-]/;
const version = /(?:version|release|build|firmware|software|v)\.? ?$/;

/**
 * Web and network addresses. Those of publications and trial registries are blacked out on the page already.
 *
 * @example
 * findWebAddresses(readPage('see www.example.com/jane')).next().value //=> { type: 'url', start: 4, end: 24 }
 */
export function* findWebAddresses({ lower, beginnings }: Page): Generator<Candidate> {
  for (const find of [...addresses, bareAddresses]) {
    for (const { whole, start } of find(lower, beginnings))
      yield { type: 'url', start, end: start + whole.replace(/[.,;:!?)\]]{1,5}$/, '').length };
  }
  for (const { start, end } of ipv4(lower, beginnings)) {
    if (!version.test(lower.slice(Math.max(0, start - 10), start))) yield { type: 'ip-address', start, end };
  }
  for (const [hint, find] of [
    [ipv6Hint, ipv6],
    [macHint, mac],
  ] as const) {
    if (!hint.test(lower)) continue;
    for (const { start, end } of find(lower)) yield { type: 'ip-address', start, end };
  }
}

function bareAddresses(lower: string): Match[] {
  const begins = eachMatch(bareEnding, lower).map(({ start, groups }) => start - (groups.begun?.length ?? 0));
  return eachMatchAt(bareAddress, lower, begins);
}
