import { DoseError } from './dose-error.ts';
import type { PhaseNotes } from './phase-notes.ts';
import type { Token } from './token.ts';

const protons = /^(?:protons?|proton(?:en|entherapie)|protonth[ée]rapie|impt|pbt|质子|陽子線?|粒子線)$/i;
const ions =
  /^(?:carbon|ions?|cirt|helium|heavy-ions?|neutrons?|bnct|kohlenstoff(?:ionen)?|schwerionen|碳离子|重离子|重粒子线?)$/i;

/** What a dose is given with, other than photons and electrons; `text` as written. */
export interface Particles {
  kind: 'protons' | 'ions';
  text: string;
}

/**
 * The particles that a phase names; none for photons and electrons. Ions come before protons.
 *
 * @example
 * particlesIn(tokenise('carbon 64 Gy/16F')); // { particles: { kind: 'ions', text: 'carbon' } }
 */
export function particlesIn(tokens: readonly Token[]): { particles?: Particles } {
  const named = (pattern: RegExp) => tokens.find(({ kind, text }) => kind === 'word' && pattern.test(text));
  const [ion, proton] = [named(ions), named(protons)];
  if (ion) return { particles: { kind: 'ions', text: ion.text } };
  return proton ? { particles: { kind: 'protons', text: proton.text } } : {};
}

/**
 * Throws a `DoseError` for a dose of ions that does not say whether it is RBE-weighted: the linear-quadratic figures
 * are of photons, and an equieffective dose depends on the quality of the radiation.
 *
 * @example
 * refuseIons(readAmounts(tokenise('carbon 64 Gy/16F'))); // throws UNIT_NOT_SUPPORTED
 */
export function refuseIons({ particles, rbeWeighted }: PhaseNotes): void {
  if (particles?.kind !== 'ions' || rbeWeighted) return;
  throw new DoseError(
    'UNIT_NOT_SUPPORTED',
    `Is the dose of "${particles.text}" weighted by RBE? Only such a dose can be compared. Write it as \`64 Gy(RBE)/16F\`.`,
  );
}
