import type { z } from 'zod';
import { editDistance } from '../evidence/edit-distance.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong at one place of a file, and what to write there, for somebody who does not know its schema. */
export function issueInWords(issue: Issue, at: unknown, known: readonly string[]): string {
  const { code, message } = issue;
  if (at === undefined && code !== 'unrecognized_keys')
    return `this key is missing: expected ${wantedOf(issue) ?? 'it to be written'}`;
  if (at === null) return `still empty: expected ${wantedOf(issue) ?? message.replace(/^expected /, '')}`;
  if (code === 'unrecognized_keys')
    return issue.keys.map((key) => decimalComma(key, at) ?? unknownKey(key, known)).join('; ');
  if (code === 'too_small' && message.startsWith('Too small')) return `expected ${issue.minimum} or more`;
  if (code === 'too_big' && message.startsWith('Too big')) return `expected ${issue.maximum} or less`;
  const wanted = wantedOf(issue);
  if (wanted === null) return message;
  const inQuotes = typeof at === 'number' && wanted === typeInWords.string;
  if (typeof at === 'string' && /^-?\d+,\d+$/.test(at) && wanted === typeInWords.number)
    return `expected ${wanted}: write a decimal point, as ${at.replace(',', '.')}`;
  return `expected ${wanted}${inQuotes ? `: put it in quotes, as "${at}"` : ''}`;
}

/** In braces a comma ends the number, and the digits behind it are read as the next key. */
function decimalComma(key: string, at: unknown): string | null {
  if (!/^\d+$/.test(key)) return null;
  const { value } = at as { value?: unknown };
  const whole = Number.isInteger(value) ? value : 64;
  return `"${key}" stands behind a comma: write a decimal point, as ${whole}.${key}`;
}

/** Null where the schema says it in its own words. */
function wantedOf(issue: Issue): string | null {
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return null;
  return typeInWords[issue.expected as keyof typeof typeInWords] ?? issue.expected;
}

const typeInWords = {
  string: 'text',
  number: 'a number without quotes, sign or unit, as 12 or 0.5; null when it is not known',
  int: 'a whole number, as 12',
  boolean: 'true or false',
  array: 'a list: below the key, each entry with a hyphen before it',
  tuple: 'two numbers in brackets, as [20, 40]',
  object: 'keys with their values, below it or in braces',
} as const;

function unknownKey(key: string, known: readonly string[]): string {
  const [near] = known
    .map((other) => ({ other, edits: editDistance(key.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, edits }) => edits <= Math.max(2, other.length / 4))
    .sort((one, next) => one.edits - next.edits);
  const instead = near ? `write "${near.other}"` : 'take it out, or write it as the page on curation does';
  return `there is no key "${key}" here: ${instead}`;
}
