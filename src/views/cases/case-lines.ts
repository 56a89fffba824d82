import type { SectionBlock } from '@slack/types';
import type { KnowledgeBase, PublishedCase, Sourced } from '../../../knowledge/schema.ts';
import type { CaseProfile } from '../../evidence/cases/case-profile.ts';
import type { Likeness, ProfilePart, Verdict } from '../../evidence/cases/compare-profiles.ts';
import type { SimilarCase } from '../../evidence/cases/find-similar-cases.ts';
import { partText } from '../../evidence/cases/write-case-question.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import { actionIds } from '../action-ids.ts';
import { button, section } from '../block.ts';
import { ageText, resectionText } from '../case-text.ts';
import { caseWarnings } from '../case-warnings.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { sourceLink } from '../source-line.ts';
import { warningLine } from '../warning-line.ts';
import { patientsText, reviewText, tumourText } from '../words.ts';

/** Warnings that stand under a case itself; the others are counted, and stand in its dialog. */
const warningsShown = 2;

/** A published case with what it matches, what it differs in and what it does not tell. */
export function similarCaseSection(
  { one, likeness }: SimilarCase,
  asked: CaseProfile,
  knowledge: KnowledgeBase,
  warned: Set<string>,
): SectionBlock {
  const named = (wanted: Verdict) =>
    likeness.parts
      .filter(({ verdict }) => verdict === wanted)
      .map(({ part }) => escapeMrkdwn(partInWords(part, wanted, one, asked, knowledge)))
      .join(', ');
  const said = [
    `matches ${named('match')}`,
    likeness.differences > 0 ? `differs: ${named('differ')}` : '',
    likeness.unknown > 0 ? `not reported: ${named('unknown')}` : '',
  ];
  const head = `*${escapeMrkdwn(one.label)}*, ${countText(likeness)}: ${said.filter(Boolean).join(' · ')}`;
  return caseSection(head, one, knowledge, warned);
}

/** A published series with its counts, whole. */
export function seriesSection(
  one: Sourced<PublishedCase>,
  knowledge: KnowledgeBase,
  warned: Set<string>,
): SectionBlock {
  const head = `*${escapeMrkdwn(one.label)}*, a series of ${one.n} patients, ${escapeMrkdwn(one.site.toLowerCase())}, age ${ageText(one)}`;
  return caseSection(head, one, knowledge, warned);
}

/** `3 of 4 parts; 1 not reported`, behind what it matches. */
export function countText({ matches, parts, unknown }: Likeness): string {
  const silent = unknown > 0 ? `; ${unknown} not reported` : '';
  return `${matches} of ${parts.length} parts${silent}`;
}

/** What the case has where it differs; what was asked where it matches or says nothing. */
function partInWords(
  part: ProfilePart,
  verdict: Verdict,
  one: PublishedCase,
  asked: CaseProfile,
  { caseSites }: Pick<KnowledgeBase, 'caseSites'>,
): string {
  const wanted = partText(part, asked, caseSites) ?? part;
  if (verdict === 'unknown') return partName[part];
  if (verdict === 'match') return wanted;
  const held: Record<ProfilePart, string> = {
    ageDecade: `age ${ageText(one)}`,
    siteGroup: one.site.toLowerCase(),
    alk: `ALK-${one.alk.status}`,
    resection: resectionText(one) ?? one.resection.extent,
    radiotherapy: one.radiotherapy.given.patients > 0 ? 'radiotherapy given' : 'no radiotherapy',
  };
  return held[part];
}

const partName: Record<ProfilePart, string> = {
  ageDecade: 'age',
  siteGroup: 'site',
  alk: 'ALK',
  resection: 'extent of resection',
  radiotherapy: 'radiotherapy',
};

function caseSection(
  head: string,
  one: Sourced<PublishedCase>,
  knowledge: KnowledgeBase,
  warned: Set<string>,
): SectionBlock {
  const source = sourceOf(one, knowledge);
  const where = [
    `${sourceLink(source)}, ${escapeMrkdwn(one.locator)}`,
    escapeMrkdwn(source.studyType),
    patientsText(one.n),
    tumourText[one.tumour],
    reviewText(one.review),
  ].join(' · ');
  const doubts = one.radiotherapy.schedules.flatMap(({ doubtful }) => doubtful ?? []);
  // A dose that must not be taken as printed outranks every other warning.
  const all = [...new Set([...doubts, ...caseWarnings(one, knowledge)])];
  const shown = all.filter((warning) => !warned.has(warning)).slice(0, warningsShown);
  for (const warning of shown) warned.add(warning);
  const more = all.length - shown.length;
  const lines = [
    head,
    where,
    ...shown.map(warningLine),
    ...(more > 0 ? [`⚠ _${more} more ${more === 1 ? 'warning' : 'warnings'}: press Source_`] : []),
  ];
  return section(
    lines.join('\n'),
    button('Source', actionIds.publishedCase, one.id, `Show the source of ${one.label}`),
  );
}
