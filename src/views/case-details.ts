import type { ModalView } from '@slack/types';
import type { KnowledgeBase, PublishedCase, Sourced } from '../../knowledge/schema.ts';
import { sourceOf } from '../evidence/source-of.ts';
import { doiAddress, pubMedAddress } from './address.ts';
import { context, sections } from './block.ts';
import { ageText, outcomesText, recurrencesText, resectionText, scheduleText, sexText } from './case-text.ts';
import { caseWarnings } from './case-warnings.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sourceDetails } from './source-details.ts';
import { warningLine } from './warning-line.ts';
import { evidenceFooter, patientsText, reviewText, tumourText, versionText } from './words.ts';

/** Everything that is known about a published case or series, with what its source prints. */
export function caseDetails(one: Sourced<PublishedCase>, knowledge: KnowledgeBase): ModalView {
  const tests = one.alk.testedBy.length === 0 ? '' : ` (${one.alk.testedBy.join(', ')})`;
  const schedules = one.radiotherapy.schedules.flatMap((schedule) => [
    `• ${scheduleText(schedule)}`,
    ...schedule.phases.map((phase) => {
      const aim = [phase.technique, phase.target].filter((part) => part !== null).join(', ');
      return `   printed: “${phase.printedAs}”${aim === '' ? '' : ` · ${aim}`}`;
    }),
  ]);
  const facts = [
    `${one.kind === 'series' ? 'Series' : 'Single case'}, ${patientsText(one.n)} · ${tumourText[one.tumour]}`,
    `Age ${ageText(one)} · sex ${sexText(one)} · site ${one.site}`,
    `ALK ${one.alk.status}${tests}`,
    `Resection: ${resectionText(one) ?? one.resection.extent}`,
    `Radiotherapy: ${one.radiotherapy.given.patients} of ${one.radiotherapy.given.of}`,
    ...(schedules.length === 0 ? ['• dose not reported'] : schedules),
    `Steroid: ${one.steroid.status}`,
    ...one.systemicTherapy.map(
      ({ agent, printedAs }) => `Systemic: ${agent}${printedAs ? ` (printed: “${printedAs}”)` : ''}`,
    ),
    `Outcome: ${outcomesText(one)}`,
    `Recurred: ${recurrencesText(one)}`,
    ...one.toxicities.map((toxicity) => `Toxicity: ${toxicity}`),
  ];
  const { checked, finding, doi, pmid } = one.primary;
  const primary = [
    `*Primary publication* checked: ${checked}. ${escapeMrkdwn(finding)}`,
    ...(doi === null ? [] : [`<${doiAddress(doi)}|doi:${escapeMrkdwn(doi)}>`]),
    ...(pmid === null ? [] : [`<${pubMedAddress(pmid)}|PMID ${pmid}>`]),
  ];
  return dialog(one.label, [
    ...sections(facts.map(escapeMrkdwn).join('\n')),
    ...sections(caseWarnings(one, knowledge).map(warningLine).join('\n')),
    ...sections(primary.join('\n')),
    ...sections(
      `*Where* ${escapeMrkdwn(one.locator)} · ${escapeMrkdwn(reviewText(one.review))}\n${sourceDetails(sourceOf(one, knowledge), knowledge)}`,
    ),
    context(`${one.id} · ${versionText(knowledge)}`, evidenceFooter),
  ]);
}
