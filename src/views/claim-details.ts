import type { ModalView } from '@slack/types';
import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import { sourceOf } from '../evidence/source-of.ts';
import { warningsOfClaim } from '../evidence/warnings.ts';
import { context, sections } from './block.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { figureText } from './figure-text.ts';
import { sourceDetails } from './source-details.ts';
import { disagreementLines, warningLine } from './warning-line.ts';
import {
  basisText,
  directionText,
  evidenceFooter,
  levelText,
  patientsText,
  reviewText,
  tumourText,
  versionText,
} from './words.ts';

/** Everything that is known about a claim. */
export function claimDetails(claim: Sourced<Claim>, knowledge: KnowledgeBase): ModalView {
  const source = sourceOf(claim, knowledge);
  const figures = claim.figures.map((figure) => `• ${escapeMrkdwn(`${figure.name}: ${figureText(figure)}`)}`);
  const doubts = [
    ...warningsOfClaim(claim, knowledge).map(warningLine),
    ...disagreementLines(claim, knowledge),
  ];
  const standing = [
    `*Where* ${escapeMrkdwn(claim.locator)}`,
    `*Study type* ${escapeMrkdwn(claim.studyType)} · ${patientsText(claim.n)} · ${tumourText[claim.tumour]}`,
    `*Whose finding* ${escapeMrkdwn(basisText(claim, source) ?? 'seen in the source’s own patients')}`,
    `*Evidence level* ${levelText[claim.evidenceLevel]} · *direction* ${directionText[claim.evidenceDirection]} (terms of CIViC)`,
    ...(claim.jurisdiction === null ? [] : [`*Jurisdiction* ${escapeMrkdwn(claim.jurisdiction)}`]),
    `*Review* ${escapeMrkdwn(reviewText(claim.review))} · to be looked at again by ${claim.reviewBy}`,
  ];
  return dialog('Source', [
    ...sections(`*${escapeMrkdwn(claim.statement)}*`),
    ...(figures.length === 0 ? [] : sections(['*Figures*', ...figures].join('\n'))),
    ...sections(doubts.join('\n')),
    ...sections(standing.join('\n')),
    ...sections(sourceDetails(source, knowledge)),
    context(`${claim.id} · ${versionText(knowledge)}`, evidenceFooter),
  ]);
}
