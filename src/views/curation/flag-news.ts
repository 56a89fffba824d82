import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageReply } from '../../command.ts';
import type { FlagOutcome } from '../../evidence/curation/curation-records.ts';
import { context, section, sections } from '../block.ts';
import { claimSection, emptyPage, noteBlocks } from '../claim-lines.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { evidenceFooter } from '../words.ts';

const became = {
  upheld: 'A curator agrees: it is marked as wrong for everybody until its correction is loaded.',
  corrected: 'A curator agrees. It has been changed since you flagged it.',
  rejected: 'A curator compared it and lets it stand; the mark is gone.',
  stillMarked: 'A curator does not agree with your flag. It stays marked, for what somebody else said of it.',
} as const satisfies Record<FlagOutcome | 'corrected' | 'stillMarked', string>;

/** For who flagged a statement, once; without the statement when the base has lost it since. */
export function flagNews(
  flag: { claimId: string; contentHash: string; outcome: FlagOutcome; note: string },
  knowledge: KnowledgeBase,
): Pick<MessageReply, 'text' | 'blocks'> {
  const { claimId, outcome, note } = flag;
  const claim = knowledge.claims.get(claimId);
  const page = emptyPage();
  const isAsFlagged = claim?.contentHash === flag.contentHash;
  const end =
    outcome === 'upheld'
      ? isAsFlagged
        ? 'upheld'
        : 'corrected'
      : knowledge.marks?.has(claimId)
        ? 'stillMarked'
        : 'rejected';
  return {
    text: 'What became of a statement that you flagged',
    blocks: [
      section(`You flagged a statement as wrong. ${became[end]}`),
      ...(claim ? [claimSection(claim, knowledge, page)] : []),
      ...sections(`*The curator’s note* ${escapeMrkdwn(note)}`),
      ...noteBlocks(page),
      context(evidenceFooter),
    ],
  };
}
