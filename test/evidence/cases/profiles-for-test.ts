import fc from 'fast-check';
import type { CaseProfile } from '../../../src/evidence/cases/case-profile.ts';

export const nothing: CaseProfile = {
  ageDecade: null,
  siteGroup: null,
  alk: null,
  resection: null,
  radiotherapy: null,
};

export const anyProfile: fc.Arbitrary<CaseProfile> = fc.record({
  ageDecade: fc.option(fc.constantFrom(0, 10, 20, 50, 90)),
  siteGroup: fc.option(fc.constantFrom('orbit', 'lung-airway', 'skull-base')),
  alk: fc.option(fc.constantFrom('positive', 'negative')),
  resection: fc.option(
    fc.constantFrom<CaseProfile['resection'][]>(
      ['complete'],
      ['incomplete'],
      ['complete', 'incomplete'],
      ['unresected'],
    ) as fc.Arbitrary<NonNullable<CaseProfile['resection']>>,
  ),
  radiotherapy: fc.option(fc.boolean()),
});
