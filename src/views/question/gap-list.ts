import type { MessageBlock } from '../../command.ts';
import type { EvidenceGap, ReportedAnswer } from '../../evidence/questions/question-records.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, header, section, sections } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { ratingReasons } from './rate-form.ts';

/** Slack's 50 blocks, at three a gap, with room for what was reported. */
const gapsShown = 10;
const questionsShown = 3;
const reportsShown = 5;

/** What people asked and the base does not hold, most asked first, and what they say is wrong. */
export function gapList(gaps: readonly EvidenceGap[], reported: readonly ReportedAnswer[]): MessageBlock[] {
  const shown = gaps.slice(0, gapsShown);
  const rest = gaps.length - shown.length;
  const earlier = reported.length - reportsShown;
  return [
    header('What the knowledge base does not answer'),
    ...(gaps.length === 0 ? [section('No gap is open.')] : []),
    ...shown.flatMap(gapBlocks),
    ...(rest > 0 ? [context(`${rest} more: they are in the export.`)] : []),
    ...(gaps.length > 0 ? [actions(button('Export as CSV', actionIds.exportGaps, 'csv'))] : []),
    ...(reported.length === 0
      ? []
      : sections(['*Answers that people reported*', ...reportLines(reported)].join('\n'))),
    ...(earlier > 0 ? [context(`${earlier} reported before these.`)] : []),
    context('Kept without names. A question stands here only when nothing in it looks like a person.'),
  ];
}

function gapBlocks({ id, concepts, timesAsked, assigneeId, questions }: EvidenceGap): MessageBlock[] {
  const title = concepts.length === 0 ? 'words that the vocabulary does not know' : concepts.join(', ');
  const lines = [
    `*${escapeMrkdwn(title)}* · asked ${timesAsked === 1 ? 'once' : `${timesAsked} times`}${assigneeId ? ` · assigned to <@${assigneeId}>` : ''}`,
    ...questions.slice(0, questionsShown).map((question) => `> ${escapeMrkdwn(oneLine(question))}`),
  ];
  return [
    ...sections(lines.join('\n')),
    actions(
      button('Assign…', actionIds.assignGap, id, `Assign: ${title}`),
      button('Mark as filled…', actionIds.fillGap, id, `Mark as filled: ${title}`),
    ),
  ];
}

function reportLines(reported: readonly ReportedAnswer[]): string[] {
  return reported.slice(0, reportsShown).map(({ verdict, reason, statementIds, note }) => {
    const reasons = verdict === 'flagged' ? ratingReasons.flagged : ratingReasons['not-helpful'];
    const why = reasons.find(({ value }) => value === reason)?.text ?? 'No reason given';
    const about = statementIds.length === 0 ? 'an answer without a statement' : statementIds.join(', ');
    return `• ${verdict === 'flagged' ? '⚑ ' : ''}${why}: ${escapeMrkdwn(about)}${note ? ` · ${escapeMrkdwn(oneLine(note))}` : ''}`;
  });
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 300);
