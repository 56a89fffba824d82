import type { Answer } from '../evidence/questions/answer.ts';

const refusals: Readonly<Record<NonNullable<Answer['reason']>, string>> = {
  injection:
    'I only look questions up in the curated statements, and change neither them nor my rules. Ask what is known of inflammatory myofibroblastic tumor, for example “what dose did Lee use”.',
  'patient-advice':
    'I cannot advise on a patient. I can show what is published: ask of the disease, without the person, for example “radiotherapy after incomplete resection”.',
  'small-talk':
    'I am IMT Board. I answer questions on inflammatory myofibroblastic tumor from curated statements, for example “recurrence after resection”: in a direct message, behind `/imt`, or in a channel where you name me with @. Write `/imt help` for all topics.',
  'other-tumour':
    'Not in this knowledge base: it holds inflammatory myofibroblastic tumor only, and nothing on that question for another tumour.',
  'drug-dose':
    'Not in this knowledge base: it holds no dose of that drug, only those printed for published patients. Look it up in the label or a formulary.',
  'nothing-asked':
    'I found no word that I could look up. Ask in words of the field, for example “ROS1 frequency”, or write `/imt help` for all topics.',
  outside: 'Not in this knowledge base, as far as I can tell.',
};

/** The sentence that stands above an answer; it holds no fact, and nothing as it was typed. */
export function answerMessage(answer: Answer): string {
  return [opening(answer), ...gaps(answer)].join(' ');
}

function opening({ outcome, reason, statements }: Answer): string {
  if (outcome === 'answered')
    return statements.length === 1
      ? 'One statement of the knowledge base answers this.'
      : `${statements.length} statements of the knowledge base answer this.`;
  if (outcome === 'closest')
    return 'Perhaps not the answer: nothing in the knowledge base answers this for certain. These statements come closest.';
  return refusals[reason ?? 'outside'];
}

function gaps({ outcome, outside, onlyAsClass, unansweredParts, reason }: Answer): string[] {
  const ofBase =
    outcome !== 'declined' || reason === 'outside' || reason === 'drug-dose' || reason === 'other-tumour';
  if (!ofBase) return [];
  return [
    ...(outside.length > 0 ? [`No statement speaks of ${list(outside)}.`] : []),
    ...onlyAsClass.map((name) => `${name} itself is not named, only its class.`),
    ...unansweredParts.map((part) => `Nothing was found for this part: ${list(part)}.`),
  ];
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
