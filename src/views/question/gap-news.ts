import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageReply } from '../../command.ts';
import { resolveClaim } from '../../evidence/resolve-claim.ts';
import { context, section } from '../block.ts';
import { claimSection, emptyPage, noteBlocks } from '../claim-lines.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { evidenceFooter } from '../words.ts';

/** For who asked what the base did not hold then; without the statement when the base has lost it since. */
export function gapNews(
  { concepts, claimId }: { concepts: readonly string[]; claimId: string },
  knowledge: KnowledgeBase,
): Pick<MessageReply, 'text' | 'blocks'> {
  const claim = resolveClaim(claimId, knowledge)?.claim;
  const page = emptyPage();
  const about = concepts.length === 0 ? 'something' : concepts.join(', ');
  const opening = section(
    `You asked about *${escapeMrkdwn(about)}*, which the knowledge base did not hold. It does now.`,
  );
  return {
    text: 'A question of yours can be answered now',
    blocks: claim
      ? [opening, claimSection(claim, knowledge, page), ...noteBlocks(page), context(evidenceFooter)]
      : [opening, context('Ask again to see it.')],
  };
}
