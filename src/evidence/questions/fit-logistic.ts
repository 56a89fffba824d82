import type { FeatureName } from '../../../knowledge/question-schema.ts';
import type { GateFeatures } from './gate-features.ts';

export interface FitRow {
  features: GateFeatures;
  answerable: boolean;
  weight: number;
}

/** What a feature may say: a name outside the base never speaks for an answer. */
const signs: Readonly<Record<FeatureName, 1 | -1>> = {
  coverage: 1,
  askLikeness: 1,
  namedInAnswer: 1,
  namedOutside: -1,
  namedElsewhere: -1,
  unknownWords: -1,
  patientElsewhere: -1,
  askedForMissing: -1,
};
const names = Object.keys(signs) as FeatureName[];
const steps = 4000;
const rate = 0.5;
const ridge = 0.004;

export interface FittedModel {
  intercept: number;
  weights: Record<FeatureName, number>;
}

/**
 * Logistic regression by plain gradient descent from zero, each weight held to the sign that its meaning allows, so
 * that the same rows always give the same weights.
 *
 * @example
 * fitLogistic(rows).weights.namedOutside <= 0 //=> true
 */
export function fitLogistic(rows: readonly FitRow[]): FittedModel {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = Object.fromEntries(names.map((name) => [name, 0])) as Record<FeatureName, number>;
  let intercept = 0;
  for (let step = 0; step < steps; step += 1) {
    const slopes = new Map<FeatureName, number>(names.map((name) => [name, ridge * weights[name]]));
    let slope = 0;
    for (const { features, answerable, weight } of rows) {
      const sum = names.reduce((all, name) => all + weights[name] * features[name], intercept);
      const error = ((1 / (1 + Math.exp(-sum)) - (answerable ? 1 : 0)) * weight) / total;
      slope += error;
      for (const name of names) slopes.set(name, (slopes.get(name) ?? 0) + error * features[name]);
    }
    intercept -= rate * slope;
    for (const name of names) {
      const moved = weights[name] - rate * (slopes.get(name) ?? 0);
      weights[name] = signs[name] > 0 ? Math.max(0, moved) : Math.min(0, moved);
    }
  }
  return { intercept, weights };
}
