import { DoseError } from './dose-error.ts';

/** Far above any comparison that fits on a screen; what is longer was not meant for this command. */
const longest = 2000;

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
  const odd = /[\p{No}\p{Nl}]/u.exec(text);
  if (odd) {
    throw new DoseError('NUMBER_FORMAT', `"${odd[0]}" is not a plain digit. Write numbers as 1.8 or 50.4.`);
  }
  const plain = text
    .normalize('NFKC')
    // Invisible marks that phones and copied tables leave inside numbers.
    .replace(/\p{Cf}/gu, '')
    .replace(/&(gt|lt|amp);/g, (_, name) => ({ gt: '>', lt: '<' })[name as string] ?? '&')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(\d)[·∙⋅](?=\d)/g, '$1.')
    .replace(/-{1,2}>|[→⟶➔➜⇒]/g, ' → ')
    .replace(/>=|=>|[≥⩾≧]/g, '≥')
    .replace(/<=|=<|[≤⩽≦]/g, '≤')
    .replace(/[\u2010-\u2015\u2212\uFE58]/g, '-')
    // "2-Gy fractions" has a hyphen, not a minus.
    .replace(/(\d)-(?=c?gy)/gi, '$1 ')
    .replace(/[×✕✖⨯⨉∗*·∙⋅]/g, '×')
    .replace(/[∼≈≃≅]/g, '~')
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
      `"${spaced[0]}" can be read two ways. Write thousands without a space.`,
    );
  }
  return plain.trim();
}

function tooLong(characters: number): DoseError {
  return new DoseError(
    'TEXT_TOO_LONG',
    `This is ${characters} characters; ${longest} can be read at once. Write only the schedules, as \`54 Gy/27F vs 20 Gy/10F\`.`,
  );
}
