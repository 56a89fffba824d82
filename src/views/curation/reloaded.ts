import type { MessageBlock } from '../../command.ts';
import type { ReloadOutcome } from '../../evidence/curation/curation-records.ts';
import { context, sections } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';

const mistakesShown = 20;

/** What came of reading the files again; of mistakes each with its file and line. */
export function reloaded(outcome: ReloadOutcome): MessageBlock[] {
  if (outcome.kind === 'refused') {
    const { mistakes } = outcome;
    const more = mistakes.length - mistakesShown;
    return [
      ...sections(
        [
          '*The files were not taken: what was served before stays.* Mend these and reload again:',
          ...mistakes.slice(0, mistakesShown).map((mistake) => `• ${escapeMrkdwn(mistake)}`),
        ].join('\n'),
      ),
      ...(more > 0 ? [context(`${more} more: \`npm run -s imt -- kb\` lists all.`)] : []),
    ];
  }
  const { date, hash } = outcome.version;
  return sections(
    outcome.kind === 'unchanged'
      ? `The files are those that are served already: knowledge base ${date} (${hash}).`
      : `Loaded: knowledge base ${date} (${hash}). Other processes follow within seconds.`,
  );
}
