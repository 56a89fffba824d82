import type { CaseSite } from '../../../knowledge/schema.ts';
import type { CaseProfile } from './case-profile.ts';
import type { ProfilePart } from './compare-profiles.ts';

/**
 * One part of a profile in words that {@link parseCaseQuestion} reads back; null for what is not told.
 *
 * @example
 * partText('ageDecade', { ...nothing, ageDecade: 20 }, caseSites) //=> 'age 20–29'
 */
export function partText(
  part: ProfilePart,
  profile: CaseProfile,
  caseSites: readonly CaseSite[],
): string | null {
  const { ageDecade, siteGroup, alk, resection, radiotherapy } = profile;
  switch (part) {
    case 'ageDecade':
      if (ageDecade === null) return null;
      return ageDecade === 90 ? 'age 90 or older' : `age ${ageDecade}–${ageDecade + 9}`;
    case 'siteGroup':
      return (
        siteGroup && (caseSites.find(({ group }) => group === siteGroup)?.label.toLowerCase() ?? siteGroup)
      );
    case 'alk':
      return alk && `ALK-${alk}`;
    case 'resection':
      if (resection === null) return null;
      if (resection.length > 1) return 'resected';
      return resection[0] === 'unresected' ? 'unresected' : `${resection[0]} resection`;
    case 'radiotherapy':
      if (radiotherapy === null) return null;
      return radiotherapy ? 'radiotherapy' : 'no radiotherapy';
  }
}

/**
 * A profile as a question that reads back as the same profile, and holds no more than it: for the value of a button.
 *
 * @example
 * writeCaseQuestion({ ...nothing, ageDecade: 20, siteGroup: 'orbit' }, caseSites) //=> 'age 20, orbit'
 */
export function writeCaseQuestion(profile: CaseProfile, caseSites: readonly CaseSite[]): string {
  const parts = [
    profile.ageDecade === null ? null : `age ${profile.ageDecade}`,
    partText('siteGroup', profile, caseSites),
    partText('alk', profile, caseSites),
    partText('resection', profile, caseSites),
    partText('radiotherapy', profile, caseSites),
  ];
  return parts.filter((part) => part !== null).join(', ');
}
