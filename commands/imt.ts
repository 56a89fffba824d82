import type { Command } from '../src/command.ts';
import { help } from '../src/views/help.ts';
import { changeActions, changes, freeTextOfChanges } from './changes/changes.ts';
import { curationActions } from './curation/curation-actions.ts';
import { curatorForms, freeFieldOfCuration } from './curation/decide.ts';
import { flagClaimForm } from './curation/flag.ts';
import { curatorHome, flags } from './curation/queue.ts';
import { comparison, comparisonActions } from './evidence/comparison.ts';
import { detailActions } from './evidence/details.ts';
import { scheduleActions, schedules } from './evidence/schedules.ts';
import { summaryActions } from './evidence/summary.ts';
import { topicOrAnswer } from './evidence/topic-or-answer.ts';
import { privately } from './privately.ts';
import { answerActions } from './question/buttons.ts';
import { gapActions, gapForms, gaps } from './question/gaps.ts';
import { rate } from './question/rate.ts';

/** `/imt`: summaries of the curated evidence, and questions answered from it. `allCommands` is asked when help is shown, for its list. */
export function imt(allCommands: () => readonly Command[]): Command {
  return {
    name: '/imt',
    description: 'Curated evidence on inflammatory myofibroblastic tumor, every line with its source',
    usageHint: '[topic | question | table | compare | changes | help]',
    examples: [
      { text: '/imt radiotherapy', does: 'summary of a topic, with sources, conflicts and warnings' },
      {
        text: '/imt what dose did Lee use?',
        does: 'the statements that answer a question, or what is missing',
      },
      { text: '/imt table', does: 'the published radiotherapy schedules side by side' },
      {
        text: '/imt compare crizotinib vs chemotherapy vs radiotherapy',
        does: 'treatments side by side: responses with exact intervals, harms, conflicts',
      },
      { text: '/imt changes', does: 'what was added, changed or withdrawn in the last 90 days' },
      { text: '/imt help', does: 'all topics and commands' },
    ],
    words: ['help', 'table', 'compare', 'gaps', 'flags', 'changes'],
    takesMessages: true,
    freeText: freeTextOfChanges,
    async run(request, services) {
      const text = request.text.trim();
      const wanted = text.toLowerCase();
      if (wanted === '' || wanted === 'help')
        return privately('Topics and commands', help(services.knowledge, allCommands()));
      if (wanted === 'table') return schedules(services);
      if (wanted === 'gaps') return gaps(request, services);
      if (wanted === 'flags') return flags(request, services);
      const toCompare = /^compare\b(.*)$/is.exec(text)?.[1]?.trim();
      if (toCompare !== undefined) return comparison(toCompare, services);
      const since = /^changes(?<rest>|\s+(?:since\b|\d).*)$/is.exec(text)?.groups?.rest;
      if (since !== undefined) return changes(since, services);
      return topicOrAnswer(request, services);
    },
    home: curatorHome,
    freeField: freeFieldOfCuration,
    actions: [
      ...summaryActions,
      ...comparisonActions,
      ...scheduleActions,
      ...detailActions,
      ...changeActions,
      ...answerActions,
      ...gapActions,
      ...curationActions,
    ],
    forms: [rate, ...gapForms, flagClaimForm, ...curatorForms],
  };
}
