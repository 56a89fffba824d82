import type { ComparableSchedule } from '../../dose/published-schedules.ts';

/** What a picture says of a published schedule that is in doubt, or of whose row there is more to know. */
export function publicationDoubts({ publication }: Pick<ComparableSchedule, 'publication'>): string[] {
  if (!publication) return [];
  const { standing, warnings } = publication.told;
  return [
    ...(publication.doubtful === null ? [] : ['doubtful as printed']),
    ...(standing === null ? [] : [standing]),
    ...(standing === null && warnings.length > 0 ? ['with warnings'] : []),
  ];
}
