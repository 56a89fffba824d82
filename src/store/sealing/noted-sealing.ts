import type { Sealing } from './sealing.ts';

/** The same sealing for one transaction, which tells afterwards whether anything was sealed by it. */
export function notedSealing(sealing: Sealing): { sealing: Sealing; hasSealed(): boolean } {
  let sealed = false;
  return {
    sealing: {
      ...sealing,
      seal(place, text) {
        sealed = true;
        return sealing.seal(place, text);
      },
    },
    hasSealed: () => sealed,
  };
}
