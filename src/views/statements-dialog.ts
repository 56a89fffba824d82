import type { ModalView } from '@slack/types';
import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import { context, sections } from './block.ts';
import { claimMark, emptyPage, warningLines } from './claim-lines.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { disagreementLines } from './warning-line.ts';
import { evidenceFooter, tumourMark } from './words.ts';

/** Statements with their warnings and sources, all of them, for a dialog. */
export function statementsDialog(
  title: string,
  claims: readonly Sourced<Claim>[],
  knowledge: KnowledgeBase,
): ModalView {
  const page = emptyPage();
  const lines = claims.flatMap((claim) => [
    `• ${escapeMrkdwn(claim.statement)}${tumourMark(claim)} ${claimMark(claim, knowledge, page)}`,
    ...warningLines(claim, knowledge, page),
    ...disagreementLines(claim, knowledge),
  ]);
  return dialog(title, [
    ...sections(lines.join('\n')),
    ...sections(page.notes.lines().join('\n')),
    context(evidenceFooter),
  ]);
}
