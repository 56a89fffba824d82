import type { KnownBlock, ModalView } from '@slack/types';
import type { KnowledgeBase, LoadedCase } from '../../knowledge/schema.ts';
import { sourceOf } from '../evidence/source-of.ts';
import { actionIds } from './action-ids.ts';
import { doiAddress, pubMedAddress } from './address.ts';
import { actions, button, context, sections } from './block.ts';
import { ageText, outcomesText, recurrencesText, resectionText, scheduleText, sexText } from './case-text.ts';
import { caseWarnings } from './case-warnings.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sourceDetails } from './source-details.ts';
import { warningLine } from './warning-line.ts';
import { evidenceFooter, patientsText, reviewText, tumourText, versionText } from './words.ts';

const checkedText = {
  no: 'not checked',
  part: 'checked in part',
  yes: 'checked',
  'is this source': 'is this paper',
} as const satisfies Record<LoadedCase['primary']['checked'], string>;

/** Everything that is known about a published case or series, with what its source prints. */
export function caseDetails(
  one: LoadedCase,
  knowledge: KnowledgeBase,
  { forCurator = false }: { forCurator?: boolean } = {},
): ModalView {
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
    `Radiotherapy: ${givenText(one.radiotherapy.given)}`,
    ...(schedules.length === 0 ? ['• dose not reported'] : schedules),
    `Steroid: ${one.steroid.status}`,
    ...one.systemicTherapy.map(
      ({ agent, printedAs }) =>
        `Systemic: ${agent}${printedAs && printedAs !== agent ? ` (printed: “${printedAs}”)` : ''}`,
    ),
    `Outcome: ${outcomesText(one)}`,
    `Recurred: ${recurrencesText(one)}`,
    ...one.toxicities.map((toxicity) => `Toxicity: ${toxicity}`),
  ];
  const { checked, finding, doi, pmid } = one.primary;
  const primary = [
    `*Primary publication* ${checkedText[checked]}. ${escapeMrkdwn(finding)}`,
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
    ...(forCurator ? [approveButton(one)] : []),
    context(`${one.id} · ${versionText(knowledge)}`, evidenceFooter),
  ]);
}

/** As it is read here, and not as it is later. */
function approveButton({ id, label, contentHash }: LoadedCase): KnownBlock {
  const read = `${id} ${contentHash}`;
  return actions(button('Approve case…', actionIds.approve, read, `Approve: ${label}`)) as KnownBlock;
}

function givenText({ patients, of }: LoadedCase['radiotherapy']['given']): string {
  if (of === 1) return patients === 1 ? 'given' : 'not given';
  return `${patients} of ${of} patients`;
}
