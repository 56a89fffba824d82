import { blackout } from './blackout.ts';

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** A run that stands for itself, or what stands for more, less or something else; a base letter keeps its accents. */
const cluster =
  /(?<plain>[ !#-%'-)+-;=?-^a-{}¤×À-ÖØ-öø-ÿ\u4E00-\u9FFF]{1,999}(?!\p{M}))|&(?:amp|lt|gt|quot|#39|nbsp);|<[@#][A-Z0-9]{2,20}|[\p{Default_Ignorable_Code_Point}\p{Cf}]|[\s\S]\p{M}{0,8}/gu;

const edge = /[\s.,;:!?()[\]{}'"/<>|*_~`-]/;

/**
 * One spelling of a text as Slack delivers it: entities decoded, links and mentions opened, marks of bold and code
 * and invisible characters gone, compatibility forms, dashes, quotes and digits made plain. `starts[i]` and `ends[i]`
 * are the place in the written text (UTF-16 units) behind unit i of `plain`. Throws nothing.
 *
 * @example
 * normaliseSlack('*ＭＲＮ*').plain //=> 'MRN'
 */
export function normaliseSlack(written: string): { plain: string; starts: Uint32Array; ends: Uint32Array } {
  let plain = '';
  // One more unit than is likely: a text that is spelled out longer grows them.
  let starts = new Uint32Array(written.length + 1);
  let ends = new Uint32Array(written.length + 1);
  for (const { 0: seen, index, groups } of written.matchAll(cluster)) {
    const isPlain = groups?.plain !== undefined;
    const spelled = isPlain ? seen : spell(seen, written, index);
    const from = plain.length;
    plain += spelled;
    if (plain.length > starts.length)
      [starts, ends] = [grown(starts, plain.length), grown(ends, plain.length)];
    for (let unit = 0; unit < spelled.length; unit += 1) {
      starts[from + unit] = isPlain ? index + unit : index;
      ends[from + unit] = isPlain ? index + unit + 1 : index + seen.length;
    }
  }
  return { plain, starts, ends };
}

function grown(places: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * least);
  larger.set(places);
  return larger;
}

function spell(seen: string, written: string, at: number): string {
  if (seen.length === 1 && seen <= '~') return spellAscii(seen, written, at);
  const entity = entities[seen];
  if (entity) return entity;
  // A mention is somebody of the workspace, not a patient.
  if (seen.startsWith('<@') || seen.startsWith('<#')) return blackout;
  if (/^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u.test(seen)) return '';
  const compatible = seen.normalize('NFKC');
  if (/^[!#-%(-~\u3001\u3002]$/.test(compatible)) return compatible;
  return compatible
    .replace(/[\u2010-\u2015\u2212\uFE58\u30FC]/g, '-')
    .replace(/['‘’‚‛`´“”„"«»]/g, "'")
    .replace(/[\r\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit);
}

function spellAscii(seen: string, written: string, at: number): string {
  if (seen === '\t') return ' ';
  if (seen === '"') return "'";
  if (seen === '\r') return '\n';
  if (seen === '*' || seen === '_' || seen === '~' || seen === '`') {
    const opens = isEdge(written[at - 1]) && !/\s/.test(written[at + 1] ?? ' ');
    const closes = isEdge(written[at + 1]) && !/\s/.test(written[at - 1] ?? ' ');
    return opens || closes ? '' : seen;
  }
  return seen;
}

function isEdge(unit: string | undefined): boolean {
  return unit === undefined || edge.test(unit);
}

/** Digits of a script lie together, zero first, from a multiple of ten places on. */
function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
