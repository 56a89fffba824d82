import type { AlphaBetaFile } from '../../knowledge/alpha-beta-schema.ts';
import type { MessageBlock } from '../command.ts';
import type { ComparedRegimen, Comparison } from '../dose/comparison.ts';
import { describeFinding } from '../dose/describe-finding.ts';
import type { DoseWarningCode } from '../dose/regimen.ts';
import { showNumber } from '../dose/show-number.ts';
import { actions, button, context, sections } from './block.ts';
import { doseDetails } from './dose-details.ts';
import { doseTable } from './dose-table.ts';
import { doseWarnings } from './dose-warnings.ts';
import { doseFooter, doseWarningText, scheduleLabel, scheduleText } from './dose-words.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

export const doseActionIds = { working: 'dose.working', share: 'dose.share' } as const;

/** How a comparison is shown: `typed` is what its buttons carry, `sharedBy` who showed it to the channel. */
export interface DoseView {
  typed: string;
  sharedBy: string | null;
  /** Bars of dose and EQD2 that Slack draws, where they fit. */
  bars: MessageBlock | null;
}

/** Schedules side by side: what was read, the table, what its published rows warn of, what to know of it, what it rests on. */
export function doseComparison(
  comparison: Comparison,
  { noValueFor }: AlphaBetaFile,
  { typed, sharedBy, bars }: DoseView,
): MessageBlock[] {
  const labels = comparison.regimens.map(({ schedule }) => scheduleLabel(schedule));
  const findings = comparison.findings.map((finding) => escapeMrkdwn(describeFinding(finding, labels)));
  const share = sharedBy === null ? [button('Share in channel', doseActionIds.share, typed)] : [];
  return [
    ...sections(`I read: ${comparison.regimens.map(readLine).join(' · ')}`),
    doseTable(comparison),
    ...sections(doseWarnings(comparison).join('\n')),
    ...(bars === null ? [] : [bars]),
    ...sections([...findings, ...doseDetails(comparison)].join('\n\n')),
    context(alphaBetaLine(comparison, noValueFor)),
    actions(button('Show working', doseActionIds.working, typed), ...share),
    context(sharedBy === null ? doseFooter : `${doseFooter} · Shared by <@${sharedBy}>`),
  ];
}

function readLine({ schedule }: ComparedRegimen): string {
  const { publication } = schedule;
  const doubt = publication?.doubtful ? ` ⚠ _${escapeMrkdwn(publication.doubtful)}_` : '';
  const published = publication
    ? `, ${escapeMrkdwn(scheduleLabel(schedule))}, printed as ${escapeMrkdwn(publication.printedAs)}`
    : '';
  if (schedule.kind === 'incomplete') return `*${escapeMrkdwn(scheduleText(schedule))}*${published}${doubt}`;
  const notes = schedule.warnings.flatMap(warningText);
  if (schedule.ignoredWords.length > 0) {
    notes.push(`not used: ${escapeMrkdwn(schedule.ignoredWords.join(', ').slice(0, 200))}`);
  }
  const noted = notes.length > 0 ? ` _(${notes.join('; ')})_` : '';
  return `*${escapeMrkdwn(scheduleText(schedule))}*${published}${doubt}${noted}`;
}

function warningText(code: DoseWarningCode): string[] {
  return code === 'LQ_HIGH_DOSE_PER_FRACTION' ? [] : [doseWarningText[code]];
}

function alphaBetaLine({ alphaBetas }: Comparison, noValueFor: AlphaBetaFile['noValueFor']): string {
  const named = alphaBetas.map(({ alphaBetaGy, assumption }) => {
    const from = assumption ? escapeMrkdwn(assumption.label) : 'as you asked';
    return `α/β ${showNumber(alphaBetaGy, 2)} Gy: ${from}`;
  });
  return [...named, ...noValueFor.map(({ statement }) => escapeMrkdwn(statement))].join(' · ');
}
