import type { EffectGy, Result } from '../../dose/comparison.ts';

/** Incomplete repair, where it was asked for, stands in place of full repair, as it does in differences. */
export function drawnEffect(result: Result): EffectGy {
  return result.incompleteRepair ?? result;
}
