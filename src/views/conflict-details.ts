import type { ModalView } from '@slack/types';
import type { Conflict, KnowledgeBase } from '../../knowledge/schema.ts';
import { context, section, sections } from './block.ts';
import { claimMark, emptyPage, warningLines } from './claim-lines.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { evidenceFooter, reviewText, tumourMark } from './words.ts';

/** Both sides of a disagreement with their sources, the likely reason, and what a curator makes of it. */
export function conflictDetails(conflict: Conflict, knowledge: KnowledgeBase): ModalView {
  const memory = emptyPage();
  const sides = conflict.sides.flatMap((side) => {
    const lines = side.claims.flatMap((id) => {
      const claim = knowledge.claims.get(id);
      if (!claim) throw new Error(`conflict ${conflict.id} names the claim ${id}, which is not loaded`);
      const mark = claimMark(claim, knowledge, memory);
      return [
        `• ${escapeMrkdwn(claim.statement)}${tumourMark(claim)} ${mark}`,
        ...warningLines(claim, knowledge, memory),
      ];
    });
    return [...sections([`*${escapeMrkdwn(side.position)}*`, ...lines].join('\n'))];
  });
  const leftOut = conflict.leftOut.map(
    ({ position, reason }) => `*Not shown: ${escapeMrkdwn(position)}* ${escapeMrkdwn(reason)}`,
  );
  const reading = [
    ...leftOut,
    `*Likely reason* ${escapeMrkdwn(conflict.likelyReason)}`,
    ...(conflict.verdict === null ? [] : [`*Curator’s reading* ${escapeMrkdwn(conflict.verdict)}`]),
    `*Review* ${escapeMrkdwn(reviewText(conflict.review))}`,
  ];
  return dialog('Statements disagree', [
    section(`*${escapeMrkdwn(conflict.title)}*`),
    ...sides,
    { type: 'divider' },
    ...sections(reading.join('\n')),
    ...sections(memory.notes.lines().join('\n')),
    context(evidenceFooter),
  ]);
}
