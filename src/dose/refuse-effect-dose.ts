import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

const effect = /^(?:g?bed\d*|eqd.{0,4}|iso-?eff.*|biolog.*|bioeff.*|equieff.*)$/i;

/**
 * Throws a `DoseError` where the first dose is one of effect (`60 Gy EQD2 in 20F`, `EQD2 = 60 Gy in 20F`): as a dose given it would be counted
 * twice. `EQD2 of 60 Gy/20F` asks for it and passes.
 *
 * @example
 * refuseEffectDose(tokenise('60 Gy EQD2 in 20F')); // throws UNIT_NOT_SUPPORTED
 */
export function refuseEffectDose(tokens: readonly Token[]): void {
  const first = tokens.findIndex(({ kind }) => kind === 'number');
  if (first < 0 || tokens[first + 1]?.kind !== 'unit') return;
  const at = tokens[first + 2]?.kind === 'open' ? first + 3 : first + 2;
  const word = tokens[at];
  const isEffect = word?.kind === 'word' && effect.test(word.text);
  const isGivenAsEffect =
    tokens[first - 1]?.kind === 'equals' &&
    effect.test(tokens[first - 2]?.text ?? '') &&
    tokens.some(({ kind }) => kind === 'fractions');
  const isEquivalentDose = word?.kind === 'rbe' && /^doses?$/i.test(tokens[at + 1]?.text ?? '');
  if (!isEffect && !isEquivalentDose && !isGivenAsEffect) return;
  throw new DoseError(
    'UNIT_NOT_SUPPORTED',
    `"${tokens[first]?.text} ${tokens[first + 1]?.text}" is a dose of effect, which is computed here. Write the dose that was given, as \`55 Gy/20F\`.`,
  );
}
