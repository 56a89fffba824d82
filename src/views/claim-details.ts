import type { ModalView } from '@slack/types';
import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import { warningsOfClaim } from '../evidence/warnings.ts';
import { context, sections } from './block.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { figureText } from './figure-text.ts';
import { sourceDetails } from './source-details.ts';
import {
  basisText,
  directionText,
  evidenceFooter,
  levelText,
  patientsText,
  reviewText,
  tumourText,
} from './words.ts';

/** Everything that is known about a claim. */
export function claimDetails(claim: Sourced<Claim>, knowledge: KnowledgeBase): ModalView {
  const source = knowledge.sources.get(claim.sourceId);
  if (!source) throw new Error(`claim ${claim.id} names the source ${claim.sourceId}, which is not loaded`);
  const figures = claim.figures.map((figure) => `• ${escapeMrkdwn(`${figure.name}: ${figureText(figure)}`)}`);
  const warnings = warningsOfClaim(claim, knowledge).map((warning) => `⚠ _${escapeMrkdwn(warning)}_`);
  const conflicts = knowledge.conflicts
    .filter(({ sides }) => sides.some(({ claims }) => claims.includes(claim.id)))
    .map(({ title }) => `⚖ _Statements disagree: ${escapeMrkdwn(title)}_`);
  const standing = [
    `*Where* ${escapeMrkdwn(claim.locator)}`,
    `*Study type* ${escapeMrkdwn(claim.studyType)} · ${patientsText(claim.n)} · ${tumourText[claim.tumour]}`,
    `*Whose finding* ${escapeMrkdwn(basisText(claim, source) ?? 'seen in the source’s own patients')}`,
    `*Evidence level* ${levelText[claim.evidenceLevel]} · *direction* ${directionText[claim.evidenceDirection]} (terms of CIViC)`,
    ...(claim.jurisdiction === null ? [] : [`*Jurisdiction* ${escapeMrkdwn(claim.jurisdiction)}`]),
    `*Review* ${escapeMrkdwn(reviewText(claim.review))} · to be looked at again by ${claim.reviewBy}`,
  ];
  return dialog('Source', [
    ...sections(escapeMrkdwn(claim.statement)),
    ...(figures.length === 0 ? [] : sections(['*Figures*', ...figures].join('\n'))),
    ...sections([...warnings, ...conflicts].join('\n')),
    ...sections(standing.join('\n')),
    ...sections(sourceDetails(source)),
    context(
      `${claim.id} · knowledge base ${knowledge.version.date} (${knowledge.version.hash})`,
      evidenceFooter,
    ),
  ]);
}
