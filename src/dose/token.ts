/** A word that says nothing about the dose, known or not. */
interface Word {
  kind: 'word';
  /** Known words of radiotherapy (SBRT, boost, IMRT) do not make a bare `60/30` doubtful; others do. */
  known: boolean;
}

interface Numeral {
  kind: 'number';
  value: number;
  decimals: number;
  /** `5,400`: a thousand with cGy, else a number that can be read two ways. */
  commaThousands: boolean;
}

/** A unit of dose. `gy: null` is one that is refused. */
interface Unit {
  kind: 'unit';
  gy: number | null;
  rbe: boolean;
}

interface Sign {
  kind:
    | 'fractions'
    | 'times'
    | 'slash'
    | 'equals'
    | 'at'
    | 'in'
    | 'to'
    | 'of'
    | 'for'
    | 'per'
    | 'dash'
    | 'plus'
    | 'versus'
    | 'comma'
    | 'and'
    | 'bound'
    | 'between'
    | 'approximately'
    | 'rbe'
    | 'open'
    | 'close'
    | 'daily'
    | 'weekly'
    | 'day'
    | 'week'
    | 'single'
    | 'simultaneous'
    | 'spelled'
    | 'total'
    | 'each'
    | 'with'
    | 'phase'
    | 'compare'
    /** What is counted or measured and is no dose: hours, centimetres, lesions. */
    | 'thing'
    | 'percent';
}

/** `BID`, `twice`: how often; `twice` still needs its day or week. */
interface Often {
  kind: 'perDay' | 'often';
  value: number;
}

/** A word or sign of what was typed, with its place in the normalised text. */
export type Token = (Word | Numeral | Unit | Sign | Often) & { text: string; at: number };
export type TokenKind = Token['kind'];
