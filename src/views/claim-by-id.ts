import type { ModalView } from '@slack/types';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { calendarDay } from '../dates/calendar-day.ts';
import { resolveClaim } from '../evidence/resolve-claim.ts';
import { context, section } from './block.ts';
import { type ClaimDetailsOptions, claimDetails } from './claim-details.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { evidenceFooter, versionText } from './words.ts';

/** What an id in an old message stands for now: its statement, the one in its place, or why it was withdrawn. */
export function claimById(
  id: string,
  knowledge: KnowledgeBase,
  options: Pick<ClaimDetailsOptions, 'forCurator'> = {},
): ModalView | null {
  const resolved = resolveClaim(id, knowledge);
  if (resolved === null) return null;
  const { claim, ended } = resolved;
  if (ended === null) return claimDetails(claim, knowledge, options);
  const on = calendarDay(ended.on);
  const because = escapeMrkdwn(ended.because);
  if (claim !== null)
    return claimDetails(claim, knowledge, {
      ...options,
      opening: [`⚠ *What this button showed was replaced on ${on} by the statement below.* ${because}`],
    });
  return dialog('Withdrawn', [
    section(`⚠ *This statement was withdrawn on ${on} and must not be relied on.* ${because}`),
    context(`${id} · ${versionText(knowledge)}`, evidenceFooter),
  ]);
}
