import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import type { ComparedTreatment } from '../../evidence/treatments/compare-treatments.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, contexts, header, section, sections, shortened } from '../block.ts';
import { emptyPage } from '../claim-lines.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { evidenceFooter, notReviewed, versionText } from '../words.ts';
import { comparisonTable } from './comparison-table.ts';
import { treatmentText, uncapitalised } from './treatment-lines.ts';

/** Below what Slack takes in one message (13,000), with room for who shared it and for the table as plain text. */
const mostCharacters = 11_500;
const conflictsShown = 4;

/** Treatments side by side: key figures, the table, what disagrees; as much of it as one message holds. */
export function treatmentComparison(
  compared: readonly ComparedTreatment[],
  settingLeftAside: boolean,
  knowledge: KnowledgeBase,
): MessageBlock[] {
  for (let rowsEach = 5; rowsEach > 1; rowsEach -= 1) {
    const blocks = withRows(rowsEach, compared, settingLeftAside, knowledge);
    if (charactersOf(blocks) <= mostCharacters) return blocks;
  }
  return withRows(1, compared, settingLeftAside, knowledge);
}

function withRows(
  rowsEach: number,
  compared: readonly ComparedTreatment[],
  settingLeftAside: boolean,
  knowledge: KnowledgeBase,
): MessageBlock[] {
  const page = emptyPage();
  const typed = compared.map(({ treatment }) => treatment.label).join(' vs ');
  const texts = compared.map((one) => treatmentText(one, Math.min(rowsEach, 3), knowledge, page));
  const hidden = compared.filter(({ findings }) => findings.length > rowsEach);
  const counted = hidden.map(
    ({ treatment, findings }) => `${findings.length} on ${uncapitalised(treatment.label)}`,
  );
  const aside = settingLeftAside
    ? '\n_The setting behind the last treatment was left aside: findings of every setting stand here._'
    : '';
  return [
    header('Treatments side by side'),
    ...sections(
      `In the order you wrote them; different patients and studies, so no ranking and no advice.${aside}`,
    ),
    ...texts.flatMap((text) => sections(text)),
    comparisonTable(compared, rowsEach, knowledge),
    ...(counted.length > 0
      ? [context(`The table has ${rowsEach} of ${escapeMrkdwn(counted.join(', '))}; the buttons open all.`)]
      : []),
    ...conflictBlocks(compared),
    ...contexts(page.notes.lines().join('\n')),
    context(
      `Exact intervals (Clopper–Pearson) are computed from the printed events and n; a rate printed without both stands as printed. ${versionText(knowledge)} · _${notReviewed} yet_`,
    ),
    actions(
      ...compared.map(({ treatment }, at) =>
        button(
          shortened(`All findings: ${uncapitalised(treatment.label)}`, 75),
          `${actionIds.comparedOption}.${at}`,
          treatment.label,
        ),
      ),
      button('Share in channel', actionIds.shareComparison, typed),
    ),
    context(evidenceFooter),
  ];
}

/** Disagreements in which a finding stands, each once: the first of each treatment, then the second of each, and so on. */
function conflictBlocks(compared: readonly ComparedTreatment[]): MessageBlock[] {
  const ofEach = compared.map(({ findings }) => {
    const all = findings.flatMap(({ conflicts }) => conflicts);
    return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  });
  const most = Math.max(...ofEach.map(({ length }) => length));
  const all = Array.from({ length: most }, (_, at) =>
    ofEach.flatMap((conflicts) => conflicts[at] ?? []),
  ).flat();
  const once = all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  const more = once.length - conflictsShown;
  return [
    ...once
      .slice(0, conflictsShown)
      .map(({ id, title }) =>
        section(
          `⚖ *Statements disagree:* ${escapeMrkdwn(title)}`,
          button('Both sides', actionIds.conflict, id, `See both sides: ${title}`),
        ),
      ),
    ...(more > 0 ? [context(`⚖ ${more} more, named under All findings.`)] : []),
  ];
}

function charactersOf(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, one) => sum + charactersOf(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : charactersOf(value)),
    0,
  );
}
