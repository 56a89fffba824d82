import type { Finding } from './compare-treatments.ts';
import type { OutcomeFigure } from './credited-outcomes.ts';

/**
 * The findings of one treatment that a list of `most` shows, in the order of all: the first ones, with the lowest and
 * the highest response rate (in percent) among all and among the same tumour, and never one side of a disagreement
 * without the others on which a finding stands. It is longer than `most` where these do not fit.
 *
 * @example
 * keyFindings(findingsOfCrizotinib, 3).map(({ claim }) => claim.id)
 * //=> ['create-2021-response', 'liu-2018-crizotinib', 'onclive-2022-basis', 'theilen-2018-crizotinib']
 */
export function keyFindings(findings: readonly Finding[], most: number): Finding[] {
  const chosen = new Set<Finding>();
  const choose = (finding: Finding) => {
    if (chosen.has(finding)) return;
    chosen.add(finding);
    for (const other of otherSides(finding, findings, chosen)) choose(other);
  };
  for (const finding of [...findings.slice(0, most), ...extremes(findings)]) choose(finding);
  return findings.filter((finding) => chosen.has(finding));
}

/** The first finding of each side of its disagreements that none of the chosen stands on. */
function otherSides(
  { conflicts }: Finding,
  findings: readonly Finding[],
  chosen: ReadonlySet<Finding>,
): Finding[] {
  return conflicts
    .flatMap(({ sides }) => sides)
    .flatMap(({ claims }) => {
      const ofSide = findings.filter(({ claim }) => claims.includes(claim.id));
      return ofSide.some((one) => chosen.has(one)) ? [] : ofSide.slice(0, 1);
    });
}

function extremes(findings: readonly Finding[]): Finding[] {
  const sameTumour = findings.filter(({ claim: { tumour } }) => tumour === 'imt' || tumour === 'eims');
  return [sameTumour, findings].flatMap((among) => {
    const rates = among.flatMap((finding) =>
      finding.outcomes.flatMap((outcome) => percentsOf(outcome).map((percent) => ({ finding, percent }))),
    );
    const ordered = rates.toSorted((one, other) => one.percent - other.percent);
    return [...ordered.slice(0, 1), ...ordered.slice(-1)].map(({ finding }) => finding);
  });
}

/** Both ends of a range. */
function percentsOf({ figure: { measure, unit, value, range, n } }: OutcomeFigure): number[] {
  if (measure !== 'response') return [];
  const values = value === null ? (range ?? []) : [value];
  if (unit === '%') return [...values];
  return unit === 'patients' && n ? values.map((events) => (100 * events) / n) : [];
}
