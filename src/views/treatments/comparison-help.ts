import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import { foldText } from '../../evidence/fold-text.ts';
import { context, header, sections } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { evidenceFooter } from '../words.ts';

/** What can be compared, and how it is written. */
export function comparisonHelp({ topics, vocabulary, claims }: KnowledgeBase): MessageBlock[] {
  const statements = [...claims.values()].map(({ statement }) => ` ${foldText(statement)} `);
  const isHeld = (word: string) => statements.some((statement) => statement.includes(` ${foldText(word)} `));
  const lines = topics
    .filter(({ isTreatment }) => isTreatment)
    .map((topic) => {
      const concepts = vocabulary.filter((concept) => concept.isTreatment && concept.topic === topic.id);
      const words = concepts.flatMap(({ terms }) => terms.filter(isHeld));
      const named = words.length === 0 ? '' : `: ${escapeMrkdwn(words.join(', '))}`;
      return `• *${escapeMrkdwn(topic.title)}*${named}`;
    });
  return [
    header('Compare treatments'),
    ...sections(
      [
        'Write two to five treatments, with `vs`, `or` or a comma between them:',
        '`/imt compare crizotinib vs chemotherapy vs radiotherapy`',
        '',
        'A topic takes all its findings; a word takes those that name it. For example:',
        ...lines,
      ].join('\n'),
    ),
    context('Findings side by side, in the order you write them: no ranking, no advice.', evidenceFooter),
  ];
}
