import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import type { CaseProfile } from '../../evidence/cases/case-profile.ts';
import { profileParts } from '../../evidence/cases/compare-profiles.ts';
import type { SimilarCases } from '../../evidence/cases/find-similar-cases.ts';
import { partText, writeCaseQuestion } from '../../evidence/cases/write-case-question.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, contexts, header, section, sections } from '../block.ts';
import { claimSection, emptyPage } from '../claim-lines.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { evidenceFooter, notReviewed, versionText } from '../words.ts';
import { countText, seriesSection, similarCaseSection } from './case-lines.ts';
import { similarCaseTable } from './similar-case-table.ts';

/** Cases told of in full under the table, which has them all. */
const casesTold = 4;
const statementsShown = 3;
const operatedText =
  '; a case operated on to an extent that is not printed differs from unresected, matches resected, and is not reported for complete or incomplete';

/** The published cases closest to what was asked: what they share with it, side by side, then the series. */
export function similarCases(
  asked: CaseProfile,
  found: SimilarCases,
  knowledge: KnowledgeBase,
): MessageBlock[] {
  const { cases, series, statements } = found;
  const warned = new Set<string>();
  const question = writeCaseQuestion(asked, knowledge.caseSites);
  const told = profileParts.map((part) => partText(part, asked, knowledge.caseSites));
  const page = emptyPage();
  const shown = statements.slice(0, statementsShown).map((claim) => claimSection(claim, knowledge, page));
  return [
    header('Similar published cases'),
    ...sections(
      `${answer(found)}\nI read: *${escapeMrkdwn(told.filter((part) => part !== null).join(' · '))}*`,
    ),
    ...(cases.length + series.length > 0 ? [similarCaseTable(found, knowledge)] : []),
    ...cases.slice(0, casesTold).map((one) => similarCaseSection(one, asked, knowledge, warned)),
    ...(cases.length > casesTold
      ? [
          context(
            `${cases.length - casesTold} more in the table, each with its source in the menu of \`/imt table\`.`,
          ),
        ]
      : []),
    ...(series.length > 0
      ? [
          section('*Series stay series:* nobody can tell which of their patients had what.'),
          ...series.map((one) => seriesSection(one, knowledge, warned)),
        ]
      : []),
    ...(shown.length > 0
      ? [section(`*What series and cohorts say of it* (${statements.length})`), ...shown]
      : []),
    ...contexts(page.notes.lines().join('\n')),
    context(
      `Likeness: +1 for each part that matches, −1 for each that differs, 0 for what is not reported; a site is its group, an age its decade${asked.resection === null ? '' : operatedText}. ${versionText(knowledge)} · _${notReviewed} yet_`,
    ),
    actions(
      ...(statements.length > statementsShown
        ? [button(`All ${statements.length} statements`, actionIds.seriesStatements, question)]
        : []),
      button('Share in channel', actionIds.shareCases, question),
    ),
    context(evidenceFooter),
  ];
}

/** The first line: how much was found, and how thin it is. */
function answer({ cases, compared, series }: SimilarCases): string {
  const beside =
    series.length === 0
      ? ''
      : ` ${series.length} published series ${series.length === 1 ? 'has' : 'have'} this site or ALK status.`;
  const [closest] = cases;
  if (!closest) return `*None of ${compared} single published cases matches.*${beside}`;
  const { matches, parts } = closest.likeness;
  const sparse =
    matches * 2 <= parts.length && parts.length > 1
      ? ' That is a sparse match: read it as no precedent.'
      : '';
  return `*${cases.length} of ${compared} single published cases ${cases.length === 1 ? 'matches' : 'match'} in at least one part;* the closest, ${escapeMrkdwn(closest.one.label)}, in ${countText(closest.likeness)}.${sparse}${beside}`;
}
