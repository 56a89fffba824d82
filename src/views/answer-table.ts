import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { sections } from './block.ts';
import { caseTable } from './case-table.ts';
import { caseWarnings } from './case-warnings.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

/**
 * The published cases that the statements are rows of, side by side, when they are two or more; warnings that the page
 * has given already are only marked.
 */
export function answerTable(
  claims: readonly Sourced<Claim>[],
  knowledge: KnowledgeBase,
  warned: { has(warning: string): boolean },
): MessageBlock[] {
  const cases = [...knowledge.cases.values()].filter((one) =>
    claims.some(({ sourceId, locator }) => sourceId === one.sourceId && locator === one.locator),
  );
  if (cases.length < 2) return [];
  const rows = cases.map((one) => ({ one, warnings: caseWarnings(one, knowledge) }));
  const warnings = rows.flatMap(({ one, warnings }) =>
    warnings
      .filter((warning) => !warned.has(warning))
      .map((warning) => `⚠ *${escapeMrkdwn(one.label)}:* ${escapeMrkdwn(warning)}`),
  );
  return [caseTable('The published patients named above', rows), ...sections(warnings.join('\n'))];
}
