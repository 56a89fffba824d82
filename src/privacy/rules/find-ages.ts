import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import { headsOf } from '../heads-of.ts';
import { mayHoldHan } from '../may-hold-han.ts';
import type { Page } from '../page.ts';

const age = String.raw`(?:9\d|1[01]\d|12[0-4])(?!\d)`;
const unmeasured = String.raw`(?![ ]?(?:[%¤]|cm|mm|days?|weeks?|months?|mg|kg|gy|hours?|min))(?![.,/]\d)(?![ ]?(?:-|to |and |or )[ ]?(?:\d|over|older|above|more|up))`;

const grown = 'man|woman|lady|gentleman|male|female|grandmother|grandfather';
const relative =
  '(?:great-?)?(?:grand)?(?:mother|father|ma|pa|dad|mum|mom|parent)|gran|granny|nan|nana|mum|mom|dad|aunt(?:ie)?|uncle|husband|wife|sister|brother|oma|opa';
const somebody = `he|she|patient|pt|${relative}`;

const patterns = [
  // 91-year-old, 96yo, 90 y/o, 92 y.o., 93 years of age, 90yo F
  atNumbers(
    new RegExp(
      String.raw`(?=[91])(?<![\w./-])${age}[ -]?(?:years?|yrs?|yr|y)\.?[ -]?(?:[/.]?[ ]?o\.?(?:ld|f age)?|of age)(?![a-z])(?:[ ]?(?:[mf]|male|female|man|woman)(?![a-z]))?`,
      'g',
    ),
    2,
  ),
  atNumbers(
    new RegExp(
      String.raw`(?=[91])(?<![\w./-])${age}[ ]?(?:yrs?|y)[ ,]{0,2}(?:[mf]|male|female)(?![a-z])`,
      'g',
    ),
    2,
  ),
  atWords(
    new RegExp(
      `(?=age)(?<![a-z])(?:aged|age|age is|age of|age was)[ ]?[:=-]?[ ]?(?<value>${age})${unmeasured}`,
      'g',
    ),
  ),
  atWords(
    new RegExp(
      `(?=${headsOf(grown)})(?<![a-z])(?:${grown}) (?:of|aged|,) ?(?<value>${age})${unmeasured}`,
      'g',
    ),
  ),
  atWords(
    new RegExp(
      String.raw`(?=${headsOf(somebody)})(?<![a-z])(?:${somebody})(?: is|'s| was|'ll be| will be|'s turning| is turning| turned| turns| just turned| who is| who's| ist| wird) (?:now |only |already |almost |nearly |about |aged )?(?<value>${age})${unmeasured}(?=[ ]?(?:$|[,.;)!?\n]|and |but |not |with |now|today|this |next |in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|a )|years?(?! (?:ago|out|after|of (?:follow|treat|surv)))|yrs?|geworden|jahre))`,
      'gm',
    ),
  ),
  // "dad, 93, lives alone"; "the lady (92)"
  atWords(
    new RegExp(
      `(?=${headsOf(`${relative}|${grown}`)})(?<![a-z])(?:${relative}|${grown})(?:,? ?\\(|, )(?:aged )?(?<value>${age})(?=[,;)] ?)`,
      'g',
    ),
  ),
  atWords(
    new RegExp(
      `(?=pat|pt|man|wom|lad|gen|mal|fem)(?<![a-z])(?:patient|pt|${grown})(?: of|,)? (?<value>${age})(?=[ -]?(?:years?|yrs?)(?![a-z]| (?:ago|after|out|on |of follow)))`,
      'g',
    ),
  ),
  atNumbers(
    new RegExp(
      `(?=[91])(?<![\\w./-])${age}(?:[ -]?j(?:ä|ae)hrig[a-z]{0,2}| jahre alt| ans(?![a-z])| años)`,
      'g',
    ),
    2,
  ),
  atWords(
    /(?=ninety|a hun|one hun)(?<![a-z])(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?:[ -](?:and )?[a-z]{3,5})?)[ -]years?[ -]old(?![a-z])/g,
  ),
];

/** 93M, 93 F, 92/F, in capitals; three figures and an F are a temperature. */
const withSex = atNumbers(
  /(?=9\d)(?<![\w./-])(?<!(?:temp|temperature|fever|febrile|n|t)[ =:]{0,3}(?:of |to )?)9\d ?\/? ?[MF](?![\w/])/g,
  2,
);

const chinese = [
  /(?<![\d.-])(?:9\d|1[01]\d|12[0-4]) ?(?:周)?[岁歲]/g,
  /年[龄齡] ?[:=是为]? ?(?<value>(?:9\d|1[01]\d))(?!\d)/g,
  /九十[一二三四五六七八九]?(?:周)?[岁歲]|一百[零〇]?[一二三四五六七八九十]{0,3}(?:周)?[岁歲]/g,
];

/** Figures of a group are nobody's age. */
const ofGroup =
  /(?:median|mean|average|range|ranged|ranging|maximum|oldest|up to|over|above|than|least|from \d{1,3} to|\d to|\d and|[<>≥≤-])[ :(,of]{0,5}(?:aged?)?[ :]{0,2}$/;
const ofGroupBehind = /^[ ]?(?:\+|or (?:older|over|above|more)|and (?:older|over|above|more)|以上)/;

/**
 * Ages over 89 of one person. Ages of a group are left alone.
 *
 * @example
 * [...findAges(readPage('aged 97 years'))] //=> [{ type: 'age-over-89', start: 5, end: 7 }]
 */
export function* findAges({ text, lower, beginnings }: Page): Generator<Candidate> {
  const matches = [...patterns.flatMap((find) => find(lower, beginnings)), ...withSex(text, beginnings)];
  for (const { start, end, whole } of matches) {
    const wholeAt = end - whole.length;
    const before = lower.slice(Math.max(0, start - 30), Math.min(start, wholeAt));
    if (ofGroup.test(before) || ofGroupBehind.test(lower.slice(end, end + 14))) continue;
    yield { type: 'age-over-89', start, end };
  }
  if (!mayHoldHan(text)) return;
  for (const pattern of chinese) {
    for (const { start, end } of eachMatch(pattern, text)) {
      if (!ofGroupBehind.test(text.slice(end, end + 4))) yield { type: 'age-over-89', start, end };
    }
  }
}
