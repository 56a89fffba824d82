import type { Conflict } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import type { ComparedTreatment, Finding } from '../../evidence/treatments/compare-treatments.ts';
import { actionIds } from '../action-ids.ts';
import { button, contexts, section } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';

const withButton = 4;

export interface ComparedDisagreements {
  /** `⚖ 1, 3` for those in which a finding stands, in its place of the message; null when there is none. */
  markOf(finding: Pick<Finding, 'conflicts'>): string | null;
  /** Each with its number and title, which stands nowhere else. */
  blocks: MessageBlock[];
}

/** Disagreements in which a finding stands, each once: the first of each treatment, then the second of each, and so on. */
export function comparedDisagreements(compared: readonly ComparedTreatment[]): ComparedDisagreements {
  const ofEach = compared.map(({ findings }) => onceEach(findings.flatMap(({ conflicts }) => conflicts)));
  const most = Math.max(...ofEach.map(({ length }) => length));
  const byTurns = Array.from({ length: most }, (_, at) => ofEach.flatMap((conflicts) => conflicts[at] ?? []));
  const all = onceEach(byTurns.flat());
  const numbers = new Map(all.map(({ id }, at) => [id, at + 1]));
  return {
    markOf({ conflicts }) {
      const own = conflicts.flatMap(({ id }) => numbers.get(id) ?? []).toSorted((a, b) => a - b);
      return own.length === 0 ? null : `⚖ ${own.join(', ')}`;
    },
    blocks: [
      ...all
        .slice(0, withButton)
        .map(({ id, title }, at) =>
          section(
            `⚖ ${at + 1} *Statements disagree:* ${escapeMrkdwn(title)}`,
            button('Both sides', actionIds.conflict, id, `See both sides: ${title}`),
          ),
        ),
      ...contexts(
        all
          .slice(withButton)
          .map(({ title }, at) => `⚖ ${withButton + at + 1} ${escapeMrkdwn(title)}`)
          .join('\n'),
      ),
    ],
  };
}

function onceEach(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ id }, at) => conflicts.findIndex((other) => other.id === id) === at);
}
