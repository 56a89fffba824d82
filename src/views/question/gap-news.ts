import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageReply } from '../../command.ts';
import { resolveClaim } from '../../evidence/resolve-claim.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import { actionIds } from '../action-ids.ts';
import { button, context, section } from '../block.ts';
import { standingLines } from '../claim-standing.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { sourceLine } from '../source-line.ts';
import { evidenceFooter } from '../words.ts';

/** For who asked what the base did not hold then; without the statement when the base has lost it since. */
export function gapNews(
  { concepts, claimId }: { concepts: readonly string[]; claimId: string },
  knowledge: KnowledgeBase,
): Pick<MessageReply, 'text' | 'blocks'> {
  const claim = resolveClaim(claimId, knowledge)?.claim;
  const about = concepts.length === 0 ? 'something' : concepts.join(', ');
  const opening = section(
    `You asked about *${escapeMrkdwn(about)}*, which the knowledge base did not hold. It does now.`,
  );
  return {
    text: 'A question of yours can be answered now',
    blocks: claim
      ? [
          opening,
          section(
            [`• ${escapeMrkdwn(claim.statement)}`, ...standingLines(claim, knowledge)].join(' '),
            button('Source', actionIds.source, claim.id),
          ),
          context(sourceLine(claim, sourceOf(claim, knowledge)), evidenceFooter),
        ]
      : [opening, context('Ask again to see it.')],
  };
}
