import type { Problem } from './problem.ts';

export type Surface = 'message' | 'modal' | 'home';

export type JsonObject = Record<string, unknown>;

/** The words of the tables: what one field may hold. Rules are data; `check-rule.ts` alone reads them. */
export type Rule =
  | { is: 'text'; kinds: readonly TextKind[]; most: number }
  | { is: 'string'; least: number; most: number; shown: boolean; pattern?: RegExp }
  | { is: 'number'; whole: boolean; least: number; most: number }
  | { is: 'choice'; of: readonly (string | number | boolean)[] }
  | { is: 'list'; of: Rule; least: number; most: number }
  | { is: 'object'; shape: Shape }
  | { is: 'typed'; table: TableName; types: readonly string[] };

export type TextKind = 'plain_text' | 'mrkdwn';

/** One name can mean two things: `image` is a block and an element, `text` an element and a piece of rich text. */
export type TableName = 'block' | 'element' | 'cell' | 'rich' | 'piece' | 'chart';

/** What an object may hold; a field that is in neither list is refused, as Slack refuses it. */
export interface Shape {
  /** Where Slack renders it; everywhere when left out. */
  surfaces?: readonly Surface[];
  required?: Fields;
  optional?: Fields;
  /** At least one of these fields is there. */
  anyOf?: readonly string[];
  /** At most one of these fields is there. */
  notTogether?: readonly string[];
  /** What holds between several fields, once each of them is right. */
  between?: readonly CrossRule[];
}

export type Fields = Readonly<Record<string, Rule>>;

export type CrossRule = (object: JsonObject, path: string) => Problem[];

export type Table = Readonly<Record<string, Shape>>;

export const plain = (most: number): Rule => ({ is: 'text', kinds: ['plain_text'], most });

export const anyText = (most: number): Rule => ({ is: 'text', kinds: ['plain_text', 'mrkdwn'], most });

/** A bare string that a person reads. */
export const shown = (most: number): Rule => ({ is: 'string', least: 1, most, shown: true });

/** A bare string that no person reads: an id, a value, an address. */
export const hidden = (most: number, pattern?: RegExp): Rule => ({
  is: 'string',
  least: 1,
  most,
  shown: false,
  ...(pattern ? { pattern } : {}),
});

export const whole = (least: number, most: number): Rule => ({ is: 'number', whole: true, least, most });

export const flag: Rule = { is: 'choice', of: [true, false] };

export const choice = (...of: readonly (string | number)[]): Rule => ({ is: 'choice', of });

export const list = (of: Rule, least: number, most: number): Rule => ({ is: 'list', of, least, most });

export const object = (shape: Shape): Rule => ({ is: 'object', shape });

export const typed = (table: TableName, ...types: readonly string[]): Rule => ({ is: 'typed', table, types });

export const id = hidden(255);
export const address = hidden(3000);
export const image = typed('element', 'image');
export const anyNumber: Rule = {
  is: 'number',
  whole: false,
  least: -Number.MAX_VALUE,
  most: Number.MAX_VALUE,
};
