import { DoseError } from './dose-error.ts';
import type { PhaseNotes } from './phase-notes.ts';
import type { Token } from './token.ts';

/**
 * Takes the age of a woman out of a phase that begins with it and has its own fractions: `36F with IMT, 54 Gy/27F`.
 * Throws a `DoseError` where it may be her age or the fractions: `36F with IMT, 54 Gy`.
 *
 * @example
 * const tokens = tokenise('36F with IMT, 54 Gy/27F');
 * readAmounts(tokens).amounts.length; // 2
 */
export function withoutAge(notes: PhaseNotes, tokens: readonly Token[]): PhaseNotes {
  const [number, letter, ...behind] = tokens;
  const next = behind.find(({ kind }) => kind !== 'comma' && kind !== 'with');
  const isCount = number?.kind === 'number' && letter?.kind === 'fractions' && letter.text === 'F';
  // "36F, 54 Gy" and "36F to 54 Gy" go on with the dose; "36F with IMT" and "36F lung IMT" with a person.
  const isProse = next?.kind === 'word' && !next.known;
  const [first, ...rest] = notes.amounts;
  if (!isCount || !isProse || first?.kind !== 'count' || rest.length === 0) return notes;
  const age = `${number.text}F`;
  const hasFractions = rest.some(
    ({ kind, before }) => kind === 'count' || (kind === 'bare' && (before.has('slash') || before.has('in'))),
  );
  if (hasFractions) return { ...notes, amounts: rest, ignoredWords: [age, ...notes.ignoredWords] };
  // Of two doses the sum says whether it is the fractions.
  if (rest.length > 1) return notes;
  throw new DoseError(
    'FRACTIONS_MISSING',
    `Is "${age}" the fractions or an age? Write the dose and the fractions together, as \`54 Gy/27F\`.`,
  );
}
