import { DoseError } from './dose-error.ts';
import { spellAges } from './spell-ages.ts';
import { stripSlackMarks } from './strip-slack-marks.ts';

/** Far above any comparison that fits on a screen; what is longer was not meant for this command. */
const longest = 2000;
/** `<@U1>`, `<#C1|sarcoma>`, `<https://…|label>`: Slack sends no other plain `<`. */
const slackMarkup = /<(?:[@#!][^<>\n]{1,100}|[a-z]{2,10}:[^<>|\n]{1,300}(?:\|([^<>\n]{0,100}))?)>/g;
const effectName = /((?:BED|EQD)[2₂]?)[₀-₉]{1,3}/gi;

/**
 * Makes one spelling of the many that keyboards, phones and Slack produce: full-width characters, dashes,
 * arrows, quotes, multiplication signs, raised decimal points, Slack's `&gt;`. Lines stay lines.
 * Throws a `DoseError` when the text is too long or holds digits that are not plain (½, ², Ⅳ).
 *
 * @example
 * normaliseText('５４Ｇｙ／２７Ｆ'); // '54Gy/27F'
 */
export function normaliseText(text: string): string {
  if (text.length > longest) throw tooLong(text.length);
  // "BED₁₀" and "EQD2₃" are names, as this app writes them too.
  const odd = /[\p{No}\p{Nl}]/u.exec(text.replace(effectName, ''));
  if (odd) {
    throw new DoseError('NUMBER_FORMAT', `"${odd[0]}" is not a plain digit. Write numbers as 1.8 or 50.4.`);
  }
  const unmarked = stripSlackMarks(
    text
      .replace(effectName, '$1')
      .normalize('NFKC')
      // Invisible marks that phones and copied tables leave inside numbers.
      .replace(/\p{Cf}/gu, '')
      .replace(slackMarkup, ' $1 '),
  );
  const plain = unmarked
    .replace(/&(gt|lt|amp);/g, (_, name) => ({ gt: '>', lt: '<' })[name as string] ?? '&')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(\d)[·∙⋅](?=\d)/g, '$1.')
    // "45 Gy/25F => 9 Gy/5F" goes on, "dose => 60 Gy" is a limit.
    .replace(/-{1,2}>|[→⟶➔➜⇒]|(?<=(?:[\d#)]|\df|fx|frx?s?|fractions?) ?)=>/gi, ' → ')
    .replace(/>=|=>|[≥⩾≧]/g, '≥')
    .replace(/<=|=<|[≤⩽≦]/g, '≤')
    .replace(/[\u2010-\u2015\u2212\uFE58]/g, '-')
    .replace(/ w\/ ?(?=\p{L}|\d)/giu, ' with ')
    .replace(/(?<![\p{L}])f\/b(?![\p{L}])/giu, ' + ')
    // "2-Gy fractions" and "a 25-fraction course" have a hyphen, not a minus.
    .replace(/(\d)-(?=(?:c?gy|fractions?\b))/gi, '$1 ')
    .replace(/\b(?:f\/u|fu|follow[ -]?ups?)\b/gi, 'followup')
    .replace(/\b(?:difference|comparison|choice|choose|decide) between\b/gi, 'compare')
    .replace(/ (?:rather than|instead of) (?=\d)/gi, ' vs ')
    // "25 fractions of 50 Gy" would be 50 Gy each.
    .replace(
      /(fractions?|fx) (?:course|schedule|regimen) of (?=[\d.,]{1,9} ?c?gy(?! ?(?:per|each|[/x×*])))/gi,
      '$1 to ',
    )
    .replace(/[×✕✖⨯⨉∗*·∙⋅]/g, '×')
    .replace(/[∼≈≃≅〜]/g, '~')
    .replaceAll('、', ',')
    .replace(/, ?后(?=\d)/g, ' + ')
    // "每日2次" is a rate and no count: as "2次/日" it reads like one.
    .replace(/每([日天周週])(\d{1,2})次/g, ' $2次/$1 ')
    .replace(/(\d) (?:consecutive|calendar|elapsed) (?=days?\b)/gi, '$1 ')
    .replace(/\b(?:(first)|(second)|(third)|([1-9])(?:st|nd|rd|th)) phase\b/gi, phaseLabel)
    .replace(/\bph\.? ?(?=[1-9](?![\d.]))/gi, 'phase ')
    // The Cyrillic letter, from keyboards that have both.
    .replace(/[хХ](?!\p{L})/gu, '×')
    .replace(/[∕⁄÷]/g, '/')
    .replace(/['‘’‚‛`´“”„"«»]/g, "'");
  if (plain.length > longest) throw tooLong(plain.length);
  const foreign = /(?![0-9])\p{Nd}/u.exec(plain);
  if (foreign) {
    throw new DoseError(
      'NUMBER_FORMAT',
      `"${foreign[0]}" is not a plain digit. Write numbers as 1.8 or 50.4.`,
    );
  }
  const spaced = /(?<![\d.,])\d{1,3} \d{3}(?= ?c?gy)/i.exec(plain);
  if (spaced) {
    throw new DoseError(
      'NUMBER_FORMAT',
      `"${spaced[0]}" can be read two ways. Write ${spaced[0].replace(' ', '')} without a space.`,
    );
  }
  return spellAges(plain).trim();
}

/** "second phase", "2nd phase": as "phase 2" it reads like one. */
function phaseLabel(_: string, first?: string, second?: string, third?: string, digit?: string): string {
  return `phase ${digit ?? [first, second, third].findIndex((word) => word !== undefined) + 1}`;
}

function tooLong(characters: number): DoseError {
  return new DoseError(
    'TEXT_TOO_LONG',
    `This is ${characters} characters; ${longest} can be read at once. Write only the schedules, as \`54 Gy/27F vs 20 Gy/10F\`.`,
  );
}
