import { digit, kindOf, letter, mayBeCapital } from './unit-kinds.ts';

/** The places of a page where a word, a number or a capital begins, in order: most patterns fit nowhere else. */
export interface Beginnings {
  /** Each letter a-z (large or small) that no such letter stands before. */
  wordAt: Uint32Array;
  /** The first three letters of each word, five bits a letter; what is no letter a-z is 0. */
  wordHead: Uint16Array;
  /** For each two first letters the first such word, and for each word the next one with the same; behind the last, -1. */
  firstWord: Int32Array;
  nextWord: Int32Array;
  /** Each digit that no digit stands before. */
  numberAt: Uint32Array;
  /** How many digits stand from there on, with at most three signs of a telephone number between two. */
  numberDigits: Uint32Array;
  /** Each unit that may begin a capital, and no letter a-z or digit stands before. */
  capitalAt: Uint32Array;
  /** Those of them that a digit follows soon, as in "M13" and "AB, 02115". */
  codeAt: Uint32Array;
  /** The `numberDigits` of that number. */
  codeDigits: Uint32Array;
}

/** A code of letters and digits begins with at most so many units that are no digits. */
const mostBeforeDigit = 6;

const mostBetween = 3;
const between = new Set([...' .()/-'].map((sign) => sign.charCodeAt(0)));

/**
 * Reads where words, numbers and capitals begin. Throws nothing.
 *
 * @example
 * [...beginningsOf('MRN 4471902').numberAt] //=> [4]
 */
export function beginningsOf(text: string): Beginnings {
  const kinds = new Uint8Array(text.length + 2);
  for (let at = 0; at < text.length; at += 1) kinds[at] = kindOf[text.charCodeAt(at)] ?? 0;
  // No two words touch, and no two numbers.
  const most = (text.length >> 1) + 1;
  const [wordAt, wordHead] = [new Uint32Array(most), new Uint16Array(most)];
  const [numberAt, capitalAt] = [new Uint32Array(most), new Uint32Array(text.length)];
  let [words, numbers, capitals] = [0, 0, 0];
  let was = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[at] ?? 0;
    if (kind !== 0) {
      if (kind & letter && !(was & letter)) {
        wordAt[words] = at;
        wordHead[words] =
          ((kind & letter) << 10) | (((kinds[at + 1] ?? 0) & letter) << 5) | ((kinds[at + 2] ?? 0) & letter);
        words += 1;
      } else if (kind === digit && was !== digit) {
        numberAt[numbers] = at;
        numbers += 1;
      }
      if (kind & mayBeCapital && !(was & (letter | digit))) {
        capitalAt[capitals] = at;
        capitals += 1;
      }
    }
    was = kind;
  }
  const [wordPlaces, wordHeads] = [wordAt.subarray(0, words), wordHead.subarray(0, words)];
  const [numberPlaces, capitalPlaces] = [numberAt.subarray(0, numbers), capitalAt.subarray(0, capitals)];
  const numberDigits = digitsFrom(text, kinds, numberPlaces);
  return {
    wordAt: wordPlaces,
    wordHead: wordHeads,
    ...chainsOf(wordHeads),
    numberAt: numberPlaces,
    numberDigits,
    capitalAt: capitalPlaces,
    ...codesOf(capitalPlaces, numberPlaces, numberDigits),
  };
}

/** Read from the end, so that each number knows what follows. */
function digitsFrom(text: string, kinds: Uint8Array, numberAt: Uint32Array): Uint32Array {
  const digits = new Uint32Array(numberAt.length);
  for (let number = numberAt.length - 1; number >= 0; number -= 1) {
    const at = numberAt[number] ?? 0;
    let end = at + 1;
    while (kinds[end] === digit) end += 1;
    const next = numberAt[number + 1] ?? Number.POSITIVE_INFINITY;
    let isJoined = next - end <= mostBetween;
    for (let sign = end; isJoined && sign < next; sign += 1) isJoined = between.has(text.charCodeAt(sign));
    digits[number] = end - at + (isJoined ? (digits[number + 1] ?? 0) : 0);
  }
  return digits;
}

function codesOf(
  capitalAt: Uint32Array,
  numberAt: Uint32Array,
  numberDigits: Uint32Array,
): Pick<Beginnings, 'codeAt' | 'codeDigits'> {
  const [codeAt, codeDigits] = [new Uint32Array(capitalAt.length), new Uint32Array(capitalAt.length)];
  let [codes, number] = [0, 0];
  for (let capital = 0; capital < capitalAt.length; capital += 1) {
    const at = capitalAt[capital] ?? 0;
    while (number < numberAt.length && (numberAt[number] ?? 0) < at) number += 1;
    if (number === numberAt.length || (numberAt[number] ?? 0) - at > mostBeforeDigit) continue;
    codeAt[codes] = at;
    codeDigits[codes] = numberDigits[number] ?? 0;
    codes += 1;
  }
  return { codeAt: codeAt.subarray(0, codes), codeDigits: codeDigits.subarray(0, codes) };
}

function chainsOf(wordHead: Uint16Array): Pick<Beginnings, 'firstWord' | 'nextWord'> {
  const firstWord = new Int32Array(32 ** 2).fill(-1);
  const nextWord = new Int32Array(wordHead.length);
  for (let word = wordHead.length - 1; word >= 0; word -= 1) {
    const pair = (wordHead[word] ?? 0) >> 5;
    nextWord[word] = firstWord[pair] ?? -1;
    firstWord[pair] = word;
  }
  return { firstWord, nextWord };
}
