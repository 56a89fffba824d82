import { anywhere } from '../anywhere.ts';
import { atCapitals } from '../at-capitals.ts';
import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const word = String.raw`(?:\p{Lu}[\p{L}'.-]{0,24}|\d{1,3}(?:st|nd|rd|th))`;
const house = String.raw`\d{1,5}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?`;
const kind =
  '(?:Streets?|St\\.?|Roads?|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Way|Court|Ct\\.?|Place|Pl\\.?|Terrace|Terr\\.?|Crescent|Cres\\.?|Close|Square|Sq\\.?|Highway|Hwy\\.?|Parkway|Pkwy\\.?|Gardens|Grove|Mews|Row|Walk|Hill|Circle|Cir\\.?|Trail|Trl\\.?|Loop|Alley|Quay|Wharf|Rise|Green|View|Park|Pike|Turnpike|Esplanade|Parade|Broadway)';
const flat = String.raw`(?:(?:Flat|Apt\.?|Apartment|Unit|Suite|Ste\.?|Room|Floor|House)[ ]?#?[\dA-Za-z-]{1,6},? )?`;
const behind = String.raw`(?:,? (?:Apt\.?|Apartment|Flat|Unit|Suite|Ste\.?|#)[ ]?[\dA-Za-z-]{1,6})?`;
const town = `(?:,? ${word}(?: ${word}){0,2})?`;
const state = String.raw`(?:,? [A-Z]{2} \d{5}(?:-\d{4})?(?!\d))?`;

/** The postcode and town of the continent: ", 83607 Holzkirchen", ", 1012 AB Amsterdam", " 75011 Paris". */
const continental = String.raw`(?:,? (?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? \p{Lu}[\p{L}-]{2,24}(?:(?: (?:am|an der|im|in|ob der|bei|sur|sous|la|le|les|de|del))? \p{Lu}[\p{L}-]{2,24})?)?`;
const ways =
  'straße|strasse|str\\.|weg|gasse|platz|allee|ufer|damm|graben|steig|stieg|chaussee|promenade|laan|straat|gracht|gatan|vägen|vej|ring(?= ?\\d{1,3}[a-z]?,? \\d{5} )';

/** Hauptstraße 12, Langer Weg 3 */
const numberedWay = new RegExp(`(?:${ways}|markt) ?\\d`);
/** For patterns that cost no more than a hint would. */
const anything = /(?:)/;

/** Each with what must be somewhere in the text: the patterns are dear, most texts have no address. */
const patterns: readonly [hint: RegExp, find: ReturnType<typeof atNumbers>][] = [
  // 221 Baker Street; Flat 3, 27 Orchard Lane, Dunmore; 45 Elm Rd, Boston, MA 02115
  [
    /\d[a-z]?,? [a-z]/,
    anywhere(
      new RegExp(
        String.raw`(?=[\dFASUSRH])(?<![\p{L}\d.,/-])${flat}${house},? ${word}(?: ${word}){0,3} ${kind}(?![\p{L}\d])${behind}(?:,${town})?(?:,${town})?${state}`,
        'gu',
      ),
    ),
  ],
  [
    /\d[a-z]? [a-z]+(?:street|road|stra|gate|vej|gata|laan)/,
    anywhere(
      new RegExp(
        String.raw`(?=[\dFASUSRH])(?<![\p{L}\d.,/-])${flat}${house} ${word}(?:street|road|strasse|straße|gate|vej|gatan|gata|straat|laan)(?![\p{L}])`,
        'gu',
      ),
    ),
  ],
  [
    anything,
    atWords(
      /(?=p|apa|gpo)(?<![\p{L}\d])(?:P\.? ?O\.? ?Box|Post Office Box|Postfach|Apartado|GPO Box) ?#?\d{1,6}(?:, \p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24})?)?/giu,
    ),
  ],
  // Hauptstraße 12, 5 rue de la Paix, Calle Mayor 3
  [
    numberedWay,
    atCapitals(
      new RegExp(
        String.raw`(?=\p{Lu})(?<![\p{L}\d])\p{Lu}[\p{L}-]{1,24}(?:${ways}) ?(?!(?:19|20)\d\d(?!\d))\d{1,4}[a-z]?(?![\d%])${continental}`,
        'gu',
      ),
    ),
  ],
  [
    numberedWay,
    atCapitals(
      new RegExp(
        String.raw`(?=\p{Lu})(?<![\p{L}\d])(?:(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Alte[rn]?|Neue[rn]?) )?\p{Lu}[\p{L}-]{1,24} (?:Straße|Strasse|Str\.|Weg|Gasse|Platz|Allee|Ufer|Damm|Ring|Graben|Markt) ?\d{1,4}[a-z]?(?![\d%])${continental}`,
        'gu',
      ),
    ),
  ],
  [
    anything,
    atNumbers(
      /(?=\d)(?<![\p{L}\d.])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|route|cours) (?:(?:de la|de l'|du|des|de|d'|la|le) ?)?\p{Lu}[\p{L}'-]{1,24}(?:[ -]\p{Lu}[\p{L}'-]{1,24}){0,3}(?:,? \d{5} \p{Lu}[\p{L}-]{2,24})?/giu,
      1,
    ),
  ],
  [
    anything,
    atWords(
      /(?=Cal|Ave|Avd|Pas|Pla|Car|Rua|Tra|Cor|Via|Pia|Vic)(?<![\p{L}\d])(?:Calle|Avenida|Avda\.?|Paseo|Plaza|Carrera|Rua|Travessa|Corso|Viale|Piazza|Vicolo) (?:(?:de la|del|de los|de|da|do|dos|das) )?\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24}){0,2},? ?(?:n[.º°]? ?)?\d{1,4}/gu,
    ),
  ],
];

const streetWord =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|terrace|crescent|close|square|highway|gardens|grove|mews|row|walk)';

/** Behind "lives at" small letters and a number behind the street are an address too. */
const announced = [
  atWords(
    new RegExp(
      String.raw`(?=liv|res|sta|hom|add|mov|dom|woh|hab|viv)(?<![a-z])(?:lives?|living|resid(?:es?|ing)|stays?|staying|home|address|addr|moved|domiciled|wohnt|habite|vive)[ :]{1,3}(?:(?:at|in|on|to|is|:) ?){0,2}(?<value>(?:flat \w{1,5},? )?\d{1,5}[a-z]?,? [\p{L}'.-]{1,24}(?: [\p{L}'.-]{1,24}){0,3} ${streetWord}(?![\p{L}\d])(?:, [\p{L}'-]{1,24})?)`,
      'gu',
    ),
  ),
  atWords(
    new RegExp(
      String.raw`(?=liv|res|sta|hom|add)(?<![a-z])(?:lives?|living|resid(?:es?|ing)|stays?|staying|home|address|addr)[ :]{1,3}(?:(?:at|in|on|is|:) ?){0,2}(?<value>[\p{L}'.-]{1,24}(?: [\p{L}'.-]{1,24}){0,3} ${streetWord}\.? (?:no\.? ?)?\d{1,5}[a-z]?)(?![\d%])`,
      'gu',
    ),
  ),
  atWords(
    /(?=hom|add|ans|adr|dir|dom)(?<![a-z])(?:home address|address|addr|anschrift|adresse|dirección|domicilio)[ ]?[:=-][ ]?(?<value>(?:\d{1,5}[a-z]?,? \p{L}{2}|\p{L}[\p{L} .'-]{3,40},? \d{1,5}(?!\d))[\p{L}\d .,'#/-]{3,70})/gu,
  ),
];

/**
 * Street addresses and post boxes of English-speaking and some other countries.
 *
 * @example
 * findAddresses(readPage('lives at 221 Baker Street')).next().value //=> { type: 'address', start: 9, end: 25 }
 */
export function* findAddresses({ text, lower, beginnings }: Page): Generator<Candidate> {
  if (!/\d/.test(text)) return;
  for (const [hint, find] of patterns) {
    if (!hint.test(lower)) continue;
    for (const { start, end } of find(text, beginnings)) yield { type: 'address', start, end };
  }
  if (!/liv|resid|stay|home|addr|adr|moved|domic|wohnt|habite|anschrift|direcc/.test(lower)) return;
  for (const find of announced) {
    for (const { start, end } of find(lower, beginnings)) yield { type: 'address', start, end };
  }
}
