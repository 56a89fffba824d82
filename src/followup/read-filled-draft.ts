import { checkedDraft, type FollowUpDraft } from './checked-draft.ts';
import type { CalendarUnit, Contrast } from './follow-up.ts';
import { parseCaseCode } from './parse-case-code.ts';
import { faultOf } from './refusals.ts';

/** What was filled in, by field; null when left empty. */
export type FilledFields = Readonly<Record<string, string | null>>;

type Faults = Record<string, string>;

const needed = {
  caseCode: 'Write a case code, as CASE-12.',
  modality: 'Pick a modality.',
  bodySite: 'Pick a body site.',
  targetOn: 'Pick the due date.',
  windowDays: 'Write the window in days each way, as 14.',
  ownerId: 'Pick the owner.',
  backupId: 'Pick a backup.',
} as const;

/**
 * The draft of a filled-in dialog, or what is wrong with it: a sentence by field, all fields at once. `given` is
 * what the dialog does not ask.
 *
 * @example
 * readFilledDraft({ caseCode: 'CASE-12', modality: null }, {}) //=> { faults: { modality: 'Pick a modality.', … } }
 */
export function readFilledDraft(
  filled: FilledFields,
  given: Partial<FollowUpDraft>,
): { draft: FollowUpDraft } | { faults: Faults } {
  const faults: Faults = {};
  for (const [field, sentence] of Object.entries(needed)) {
    if ((filled[field] ?? '') === '' && given[field as keyof FollowUpDraft] === undefined)
      faults[field] = sentence;
  }
  const note = (field: string, sentence: string | null) => {
    if (sentence !== null && !(field in faults)) faults[field] = sentence;
  };
  if (filled.caseCode)
    note(
      'caseCode',
      faultOf(() => parseCaseCode(filled.caseCode ?? '')),
    );
  if (filled.ownerId && filled.ownerId === filled.backupId)
    note('backupId', 'The owner is the same person. Pick somebody else.');
  const { every, unit, untilOn } = filled;
  if (every && !unit) note('unit', 'Pick days, weeks, months or years.');
  if (unit && !every) note('every', 'Write how many, as 3, or leave both empty.');
  if (untilOn && !every) note('untilOn', 'An end needs an interval. Fill in "every", or leave this empty.');
  if (filled.windowDays && !/^\d{1,3}$/.test(filled.windowDays)) note('windowDays', needed.windowDays);
  if (Object.keys(faults).length > 0) return { faults };
  const recurrence =
    every && unit ? { every: Number(every), unit: unit as CalendarUnit, untilOn: untilOn ?? null } : null;
  const typed = {
    ...textsOf(filled),
    ...(filled.windowDays ? { windowDays: Number(filled.windowDays) } : {}),
    recurrence,
  };
  let draft: FollowUpDraft | undefined;
  const fault = faultOf(() => {
    draft = checkedDraft({ ...typed, ...given });
  });
  if (draft !== undefined) return { draft };
  return { faults: { [recurrence === null ? 'windowDays' : 'every']: fault ?? '' } };
}

function textsOf(filled: FilledFields): Partial<FollowUpDraft> {
  const { caseCode, modality, bodySite, contrast, targetOn, ownerId, backupId } = filled;
  const texts = { caseCode, modality, bodySite, targetOn, ownerId, backupId };
  const present = Object.entries(texts).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(present), contrast: (contrast ?? null) as Contrast | null };
}
