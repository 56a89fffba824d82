import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import type { ComparedTreatment, Finding } from '../../evidence/treatments/compare-treatments.ts';
import { keyFindings } from '../../evidence/treatments/key-findings.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, contexts, header, sections, shortened } from '../block.ts';
import { emptyPage } from '../claim-lines.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { evidenceFooter, notReviewed, versionText } from '../words.ts';
import { comparedDisagreements } from './compared-disagreements.ts';
import { comparisonTable } from './comparison-table.ts';
import { treatmentText, uncapitalised } from './treatment-lines.ts';

/** Below what Slack takes in one message (13,000), with room for who shared it and for the table as plain text. */
const mostCharacters = 11_500;

interface Layout {
  /** Findings of each treatment above the table, at the least. */
  listed: number;
  rowsOf(findings: readonly Finding[]): readonly Finding[];
}

const leastLayout: Layout = { listed: 1, rowsOf: (findings) => findings.slice(0, 1) };
/** The first that fits is taken. The table gives way first: what the list says stays whole. */
const layouts: readonly Layout[] = [
  ...[5, 4, 3, 2, 1].map((rows) => ({
    listed: Math.min(rows, 3),
    rowsOf: (findings: readonly Finding[]) => keyFindings(findings, rows),
  })),
  { listed: 1, rowsOf: (findings) => findings.slice(0, 2) },
  leastLayout,
];

/** Treatments side by side: key figures, the table, what disagrees; as much of it as one message holds. */
export function treatmentComparison(
  compared: readonly ComparedTreatment[],
  settingLeftAside: boolean,
  knowledge: KnowledgeBase,
): MessageBlock[] {
  for (const layout of layouts) {
    const blocks = laidOut(layout, compared, settingLeftAside, knowledge);
    if (charactersOf(blocks) <= mostCharacters) return blocks;
  }
  return laidOut(leastLayout, compared, settingLeftAside, knowledge);
}

function laidOut(
  { listed, rowsOf }: Layout,
  compared: readonly ComparedTreatment[],
  settingLeftAside: boolean,
  knowledge: KnowledgeBase,
): MessageBlock[] {
  const page = emptyPage();
  const typed = compared.map(({ treatment }) => treatment.label).join(' vs ');
  const disagreements = comparedDisagreements(compared);
  const texts = compared.map((one) => treatmentText(one, listed, disagreements, knowledge, page));
  const counted = compared.flatMap(({ treatment, findings }) => {
    const rows = rowsOf(findings).length;
    return rows < findings.length
      ? [`${rows} of ${findings.length} on ${uncapitalised(treatment.label)}`]
      : [];
  });
  const aside = settingLeftAside
    ? '\n_The setting behind the last treatment was left aside: findings of every setting stand here._'
    : '';
  return [
    header('Treatments side by side'),
    ...sections(
      `In the order you wrote them; different patients and studies, so no ranking and no advice.${aside}`,
    ),
    ...texts.flatMap((text) => sections(text)),
    comparisonTable(compared, rowsOf, disagreements, knowledge),
    ...(counted.length > 0
      ? [context(`The table has ${escapeMrkdwn(counted.join(', '))}; the buttons open all.`)]
      : []),
    ...disagreements.blocks,
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

function charactersOf(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, one) => sum + charactersOf(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : charactersOf(value)),
    0,
  );
}
