import type { Comparison } from '../dose/comparison.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sharedWarnings } from './shared-warnings.ts';

/** Of each row alone; the others stand in its source. */
const mostOwn = 4;

/** What the rows of the published schedules warn of, of each row its flags first, each warning once under the rows that it concerns. */
export function doseWarnings({ regimens }: Pick<Comparison, 'regimens'>): string[] {
  const published = regimens.flatMap(({ schedule: { publication } }) => publication ?? []);
  const rows = [...new Map(published.map((one) => [one.caseId, one])).values()].map(
    ({ label, told: { warnings } }) => ({ label, warnings }),
  );
  const isOwn = (warning: string) => rows.filter(({ warnings }) => warnings.includes(warning)).length === 1;
  const shown = rows.map(({ label, warnings }) => {
    const hidden = new Set(warnings.filter(isOwn).slice(mostOwn));
    return { label, warnings: warnings.filter((warning) => !hidden.has(warning)), hidden: hidden.size };
  });
  const more = shown.flatMap(({ label, hidden }) =>
    hidden > 0 ? [`${hidden} on ${escapeMrkdwn(label)}`] : [],
  );
  return [
    ...sharedWarnings(shown, 'All published rows'),
    ...(more.length === 0
      ? []
      : [`⚠ _More warnings, with the sources of \`/imt table\`: ${more.join(', ')}_`]),
  ];
}
