import type { AbstentionFile, FeatureName } from '../../../knowledge/question-schema.ts';
import type { GateFeatures } from './gate-features.ts';

/**
 * How sure the gate is that the nearest claim answers, 0 to 1: a logistic model, each weight of which can be read.
 *
 * @example
 * judgeFeatures(features, knowledge.abstention.model) //=> 0.93
 */
export function judgeFeatures(
  features: GateFeatures,
  { intercept, weights }: Pick<AbstentionFile['model'], 'intercept' | 'weights'>,
): number {
  const sum = Object.entries(weights).reduce(
    (total, [name, weight]) => total + weight * features[name as FeatureName],
    intercept,
  );
  return 1 / (1 + Math.exp(-sum));
}
