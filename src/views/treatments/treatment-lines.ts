import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { ComparedTreatment, Finding } from '../../evidence/treatments/compare-treatments.ts';
import { keyFindings } from '../../evidence/treatments/key-findings.ts';
import { warningsOfClaim } from '../../evidence/warnings.ts';
import { claimMark, footnoteOf, type PageMemory, warningLines } from '../claim-lines.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { warningLine } from '../warning-line.ts';
import { tumourMark } from '../words.ts';
import type { ComparedDisagreements } from './compared-disagreements.ts';
import { outcomeText } from './outcome-text.ts';

/** Harms named of each treatment; the others are counted. */
const harmsShown = 2;

/** A treatment's key figures, with the first warning of each and what disagrees, and the harms that are told of it. */
export function treatmentText(
  { treatment, findings, otherStatements, harms }: ComparedTreatment,
  findingsShown: number,
  disagreements: ComparedDisagreements,
  knowledge: KnowledgeBase,
  page: PageMemory,
): string {
  const name = `*${escapeMrkdwn(capitalised(treatment.label))}*`;
  const topic = treatment.topic ? ` Under its topic: \`/imt ${treatment.topic.id}\`.` : '';
  if (findings.length === 0) {
    const other =
      otherStatements.length === 0 ? '' : ` ${otherStatements.length} statements name it without one.`;
    return `${name} · this knowledge base holds no finding on it.${other}${topic}`;
  }
  const rated = findings.filter(hasRate);
  const shown = keyFindings(findings, findingsShown);
  const rates = rated.length === 0 ? 'no response rate' : `${rated.length} with a response rate`;
  return [
    `${name} · ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}, ${rates}`,
    ...shown.flatMap((finding) => findingLines(finding, disagreements, knowledge, page)),
    ...moreLine(findings.length - shown.length, rated.length - shown.filter(hasRate).length, rated.length),
    ...harmLines(harms, knowledge, page),
  ].join('\n');
}

const hasRate = ({ outcomes }: Finding) => outcomes.some(({ figure }) => figure.measure === 'response');

/** How many findings are not listed, and of a treatment with response rates how many of them have one. */
function moreLine(findings: number, rated: number, allRated: number): string[] {
  if (findings === 0) return [];
  const rates = allRated === 0 ? '' : `, ${rated === 0 ? 'none' : rated} with a response rate`;
  return [`_${findings} more ${findings === 1 ? 'finding' : 'findings'} under All findings${rates}_`];
}

function findingLines(
  finding: Finding,
  disagreements: ComparedDisagreements,
  knowledge: KnowledgeBase,
  page: PageMemory,
): string[] {
  const { claim, outcomes } = finding;
  const mark = [claimMark(claim, knowledge, page), disagreements.markOf(finding) ?? []].flat().join(' ');
  const lines = outcomes.map(
    (outcome) =>
      `• *${escapeMrkdwn(outcomeText(outcome))}* ${escapeMrkdwn(outcome.figure.name)}${tumourMark(claim)} ${mark}`,
  );
  return [
    ...(lines.length > 0 ? lines : [`• ${escapeMrkdwn(claim.statement)}${tumourMark(claim)} ${mark}`]),
    ...firstWarning(claim, footnoteOf(claim, knowledge, page), knowledge, page),
  ];
}

/** In full once on a page, then pointed to. */
function firstWarning(
  claim: Finding['claim'],
  mark: string,
  knowledge: KnowledgeBase,
  { warned }: PageMemory,
): string[] {
  const [first, ...more] = warningsOfClaim(claim, knowledge);
  if (first === undefined) return [];
  const before = warned.get(first);
  if (before !== undefined) return [`⚠ _as noted above at_ ${before}`];
  warned.set(first, mark);
  return [`${warningLine(first)}${more.length === 0 ? '' : ` _${more.length} more under All findings_`}`];
}

function harmLines(harms: ComparedTreatment['harms'], knowledge: KnowledgeBase, page: PageMemory): string[] {
  if (harms.length === 0) return ['Harms: not reported here'];
  const more = harms.length - harmsShown;
  return [
    ...harms
      .slice(0, harmsShown)
      .flatMap((claim) => [
        `Harm: ${escapeMrkdwn(claim.statement)}${tumourMark(claim)} ${claimMark(claim, knowledge, page)}`,
        ...warningLines(claim, knowledge, page),
      ]),
    ...(more > 0 ? [`_${more} more on harms under All findings_`] : []),
  ];
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Inside a sentence; what is spelled in capitals, as MTX or NSAID, stays so. */
export function uncapitalised(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
