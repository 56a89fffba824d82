import type { KnownBlock, ModalView } from '@slack/types';
import type { KnowledgeBase, LoadedClaim } from '../../knowledge/schema.ts';
import { calendarDay } from '../dates/calendar-day.ts';
import { sourceOf } from '../evidence/source-of.ts';
import { warningsOfClaim } from '../evidence/warnings.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, sections } from './block.ts';
import { standingLines } from './claim-standing.ts';
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
  placeText,
  reviewText,
  tumourText,
  versionText,
} from './words.ts';

export interface ClaimDetailsOptions {
  forCurator?: boolean;
  opening?: readonly string[];
}

/** Everything that is known about a claim; `opening` lines stand before it. */
export function claimDetails(
  claim: LoadedClaim,
  knowledge: KnowledgeBase,
  { forCurator = false, opening = [] }: ClaimDetailsOptions = {},
): ModalView {
  const source = sourceOf(claim, knowledge);
  const figures = claim.figures.map((figure) => `• ${escapeMrkdwn(`${figure.name}: ${figureText(figure)}`)}`);
  const doubts = [
    ...standingLines(claim, knowledge),
    ...warningsOfClaim(claim, knowledge).map(warningLine),
    ...disagreementLines(claim, knowledge),
  ];
  const standing = [
    `*Where* ${escapeMrkdwn(placeText(claim) ?? 'place in the publication not recorded')}`,
    `*Study type* ${escapeMrkdwn(claim.studyType)} · ${patientsText(claim.n)} · ${tumourText[claim.tumour]}`,
    `*Whose finding* ${escapeMrkdwn(basisText(claim, `by ${source.label}`) ?? 'seen in the source’s own patients')}`,
    `*Evidence level* ${levelText[claim.evidenceLevel]} · *direction* ${directionText[claim.evidenceDirection]} (terms of CIViC)`,
    ...(claim.jurisdiction === null ? [] : [`*Jurisdiction* ${escapeMrkdwn(claim.jurisdiction)}`]),
    `*Written by* ${escapeMrkdwn(claim.writtenBy ?? source.writtenBy ?? 'software, from the publication; by no person')}`,
    `*Review* ${escapeMrkdwn(reviewText(claim.review))} · to be looked at again by ${calendarDay(claim.reviewBy)}`,
  ];
  return dialog('Source', [
    ...sections(opening.join('\n')),
    ...sections(`*${escapeMrkdwn(claim.statement)}*`),
    ...(figures.length === 0 ? [] : sections(['*Figures*', ...figures].join('\n'))),
    ...sections(doubts.join('\n')),
    ...sections(standing.join('\n')),
    ...sections(sourceDetails(source, knowledge)),
    claimButtons(claim, forCurator),
    context(`${claim.id} · ${versionText(knowledge)}`, evidenceFooter),
  ]);
}

/** Anybody may say that it is wrong, and a curator that it is right: as it is read here, and not as it is later. */
function claimButtons({ id, statement, contentHash }: LoadedClaim, forCurator: boolean): KnownBlock {
  const read = `${id} ${contentHash}`;
  return actions(
    button('Flag as wrong…', actionIds.flagClaim, read, `Flag as wrong: ${statement}`),
    ...(forCurator ? [button('Approve statement…', actionIds.approve, read, `Approve: ${statement}`)] : []),
  ) as KnownBlock;
}
