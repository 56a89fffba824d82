import type { SectionBlock } from '@slack/types';
import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { conflictsOfClaim } from '../evidence/conflicts-of-claim.ts';
import type { Answer, Partner } from '../evidence/questions/answer.ts';
import { mostPartners } from '../evidence/questions/most-shown.ts';
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
  const partners = partnerSections(answer.partners, knowledge, memory);
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

/** The most telling of what disagrees; the rest is counted, and stands behind the buttons of its disagreements. */
function partnerSections(
  partners: readonly Partner[],
  knowledge: KnowledgeBase,
  memory: PageMemory,
): MessageBlock[] {
  const more = partners.length - mostPartners;
  return [
    ...partners.slice(0, mostPartners).map((partner) => partnerSection(partner, knowledge, memory)),
    ...(more > 0 ? [context(`⚖ ${more} more on the other side: press *Both sides*.`)] : []),
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
      button('Both sides', actionIds.conflict, id, `See both sides: ${title}`),
    ),
  );
}

/** How the question was read, what it did not tell, and by what it was matched. */
function basisLine(answer: Answer, knowledge: KnowledgeBase): string {
  const { understood, notTold, chosenBy, reason } = answer;
  const isLookedUp = reason !== 'small-talk' && reason !== 'nothing-asked';
  const parts = [
    understood.length === 0 ? null : `Understood: ${understood.join(', ')}`,
    notTold.length === 0 ? null : `not told: ${notTold.join(', ')}`,
    isLookedUp ? `matched by words and curated tags; ${byModel(chosenBy)}` : null,
    versionText(knowledge),
  ];
  return escapeMrkdwn(parts.filter((part) => part !== null).join(' · '));
}

function byModel(chosenBy: Answer['chosenBy']): string {
  if (!chosenBy) return 'no model wrote the numbers';
  return `a model at ${chosenBy.host} chose among ${chosenBy.among} statements; it wrote nothing`;
}
