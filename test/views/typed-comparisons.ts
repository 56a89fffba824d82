import fc from 'fast-check';

const phase = fc
  .record({
    tenthsGy: fc.integer({ min: 10, max: 900 }),
    fractions: fc.integer({ min: 1, max: 45 }),
    unit: fc.constantFrom('Gy', 'Gy(RBE)'),
    often: fc.constantFrom('', '', ' BID', ' twice weekly'),
  })
  .filter(({ tenthsGy, fractions }) => tenthsGy / fractions >= 10 && tenthsGy / fractions <= 350)
  .map(({ tenthsGy, fractions, unit, often }) => `${tenthsGy / 10} ${unit}/${fractions}F${often}`);

const boosted = fc.array(phase, { minLength: 2, maxLength: 3 }).map((phases) => phases.join(' + '));
const schedule = fc.oneof({ weight: 6, arbitrary: phase }, { weight: 1, arbitrary: boosted });

/** What may be typed behind `/imt-dose`, of 1 to 10 schedules and up to 20 phases. */
export const typedComparisons = fc
  .tuple(
    fc
      .array(schedule, { minLength: 1, maxLength: 10 })
      .filter((schedules) => schedules.join('+').split('+').length <= 20),
    fc.constantFrom(
      '',
      ' ab=10,3',
      ' ab=0.5',
      ' ab=2.345,60',
      ' sum',
      ' interval=6h repair=4h',
      ' k=0.6 tk=28',
    ),
  )
  .map(([schedules, options]) => schedules.join(' vs ') + options);
