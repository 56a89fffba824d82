import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { Command, MessageBlock } from '../../command.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, header, sections } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { exampleLines } from '../example-lines.ts';
import { sourceLink } from '../source-line.ts';
import { evidenceFooter, notReviewed, versionText } from '../words.ts';

/** How many published cases there are, where they come from, and how they are asked. */
export function caseOverview(knowledge: KnowledgeBase, examples: Command['examples']): MessageBlock[] {
  const all = [...knowledge.cases.values()];
  const singles = all.filter(({ kind }) => kind === 'single');
  const series = all.filter(({ kind }) => kind === 'series');
  const patients = series.reduce((sum, { n }) => sum + n, 0);
  const sources = [...new Set(all.map((one) => sourceOf(one, knowledge)))];
  const irradiated = singles.filter(({ radiotherapy }) => radiotherapy.given.patients > 0).length;
  const untested = singles.filter(({ alk }) => alk.status === 'not reported').length;
  const sites = knowledge.caseSites.map(({ group, label, terms }) => {
    const held = all.filter(({ siteGroup }) => siteGroup === group).length;
    return `• ${escapeMrkdwn(label)} (${held}): ${terms.map((term) => `\`${escapeMrkdwn(term)}\``).join(' ')}`;
  });
  return [
    header('Published cases'),
    ...sections(
      [
        `*${singles.length} single cases and ${series.length} series* (${patients} patients) from ${sources.map(sourceLink).join(', ')}.`,
        `${irradiated} of the ${singles.length} single cases were irradiated; ALK is not reported for ${untested}. They were published for a reason: they are no sample of all patients.`,
      ].join('\n'),
    ),
    ...sections(['*How to ask*', ...exampleLines(examples)].join('\n')),
    ...sections(
      [
        '*What can be asked:* an age (kept as its decade), ALK-positive or ALK-negative, resected (complete or incomplete) or unresected, radiotherapy or no radiotherapy, and a site, with the number of cases and series:',
        ...sites,
      ].join('\n'),
    ),
    actions(button('Table', actionIds.table, 'table', 'Show the table of published schedules')),
    context(
      `${versionText(knowledge)} · _${notReviewed} yet_ · Write no patient’s details beyond these parts.`,
      evidenceFooter,
    ),
  ];
}
