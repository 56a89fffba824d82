import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const endings =
  '(?:com|org|net|edu|gov|info|io|me|co|uk|de|fr|cn|eu|app|blog|ly|gl|be|tv|ai|us|ca|au|nl|se|it|es|jp|kr|in|ru|ch|at|pl|cz|ie|nz|za|br|mx|link|online|site|xyz|health|care)';
const addresses = [
  /(?=[hsfwd])(?<![a-z\d])(?:https?|s?ftp|file|wss?|dicom|dicomweb):\/\/[^\s<>|'¤]{1,500}/g,
  /(?=www)(?<![a-z\d.@/-])www\.[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}(?:\/[^\s<>|'¤]{0,300})?/g,
];
const bareAddress = new RegExp(
  String.raw`(?=[a-z\d])(?<![a-z\d.@/-])(?:[a-z\d-]{1,63}\.){1,4}${endings}\/[^\s<>|'¤]{1,300}`,
  'g',
);
/** Looked for first: what must be somewhere in the text is found faster than where an address begins. */
const bareAddressHint = new RegExp(String.raw`\.${endings}\/`);

/** Digits, letters and dots from the start of a number on are a version unless each part is at most 255. */
const ipv4 =
  /(?<![\w.-])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?:\/\d{1,2}|:\d{1,5})?(?![\w-]|\.\d)/g;
const ipv6 =
  /(?<![\w:.])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])|(?<![\w:.])(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}(?![\w:])/g;
const ipv6Hint = /:[\da-f]{0,4}:/;
const mac = /(?<![\w:-])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\w:-])/g;
const version = /(?:version|release|build|firmware|software|v)\.? ?$/;

/**
 * Web and network addresses. Those of publications and trial registries are blacked out on the page already.
 *
 * @example
 * findWebAddresses(readPage('see www.example.com/jane')).next().value //=> { type: 'url', start: 4, end: 24 }
 */
export function* findWebAddresses({ lower }: Page): Generator<Candidate> {
  const isBare = bareAddressHint.test(lower);
  for (const pattern of isBare ? [...addresses, bareAddress] : addresses) {
    for (const { whole, start } of eachMatch(pattern, lower))
      yield { type: 'url', start, end: start + whole.replace(/[.,;:!?)\]]{1,5}$/, '').length };
  }
  for (const { start, end } of eachMatch(ipv4, lower)) {
    if (!version.test(lower.slice(Math.max(0, start - 10), start))) yield { type: 'ip-address', start, end };
  }
  for (const pattern of ipv6Hint.test(lower) ? [ipv6, mac] : [mac]) {
    for (const { start, end } of eachMatch(pattern, lower)) yield { type: 'ip-address', start, end };
  }
}
