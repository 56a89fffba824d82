import type { SectionBlock } from '@slack/types';
import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { conflictsOfClaim } from '../evidence/conflicts-of-claim.ts';
import type { Answer, Partner } from '../evidence/questions/answer.ts';
import { actionIds } from './action-ids.ts';
import { answerMessage } from './answer-message.ts';
import { answerTable } from './answer-table.ts';
import { button, context, contexts, divider, section, sections } from './block.ts';
import { claimMark, claimSection, emptyPage, type PageMemory, warningLines } from './claim-lines.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { evidenceFooter, tumourMark, versionText } from './words.ts';

/**
 * An answer on one page: the statements with their warnings and what disagrees with them, rows of a table side by
 * side, what is related but no answer, how the question was read, and every source.
 */
export function answerBlocks(answer: Answer, knowledge: KnowledgeBase): MessageBlock[] {
  const memory = emptyPage();
  const claims = answer.statements.map(({ claim }) => claim);
  const message = escapeMrkdwn(answerMessage(answer));
  const statements = claims.map((claim) => claimSection(claim, knowledge, memory));
  const partners = answer.partners.map((partner) => partnerSection(partner, knowledge, memory));
  const table = answerTable(claims, knowledge, memory.warned);
  const related = answer.related.map(({ claim }) => claimSection(claim, knowledge, memory));
  const notes = memory.notes.lines().join('\n');
  return [
    ...(answer.outcome === 'answered' ? [context(message)] : sections(message)),
    ...statements,
    ...partners,
    ...conflictSections(claims, knowledge),
    ...table,
    ...(related.length > 0 && answer.outcome !== 'closest' ? [section('*Related, not an answer*')] : []),
    ...related,
    divider,
    ...(notes === '' ? [] : contexts(notes)),
    context(basisLine(answer, knowledge)),
    context(evidenceFooter),
  ];
}

function partnerSection({ claim }: Partner, knowledge: KnowledgeBase, memory: PageMemory): SectionBlock {
  const lines = [
    `⚖ *On the other side:* ${escapeMrkdwn(claim.statement)}${tumourMark(claim)} ${claimMark(claim, knowledge, memory)}`,
    ...warningLines(claim, knowledge, memory),
  ];
  const source = button('Source', actionIds.source, claim.id, `Show the source of: ${claim.statement}`);
  return section(lines.join('\n'), source);
}

/** A button for each disagreement in which a shown statement stands. */
function conflictSections(claims: readonly Sourced<Claim>[], knowledge: KnowledgeBase): MessageBlock[] {
  const conflicts = [...new Set(claims.flatMap((claim) => conflictsOfClaim(claim, knowledge)))];
  return conflicts.map(({ id, title }) =>
    section(
      `⚖ *Statements disagree:* ${escapeMrkdwn(title)}`,
      button('See both sides', actionIds.conflict, id, `See both sides: ${title}`),
    ),
  );
}

/** How the question was read, what it did not tell, and by what it was matched. */
function basisLine({ understood, notTold, chosenBy }: Answer, knowledge: KnowledgeBase): string {
  const parts = [
    understood.length === 0 ? null : `Understood: ${understood.join(', ')}`,
    notTold.length === 0 ? null : `not told: ${notTold.join(', ')}`,
    `matched by words and curated tags; ${byModel(chosenBy)}`,
    versionText(knowledge),
  ];
  return escapeMrkdwn(parts.filter((part) => part !== null).join(' · '));
}

function byModel(chosenBy: Answer['chosenBy']): string {
  if (!chosenBy) return 'no model wrote the numbers';
  return `a model at ${chosenBy.host} chose among ${chosenBy.among} statements; it wrote nothing`;
}
