import { UserError } from '../errors.ts';
import { checkedDate } from './calendar-date.ts';
import { CONTRASTS, type Contrast, type Recurrence } from './follow-up.ts';
import { parseCaseCode } from './parse-case-code.ts';
import { refuseSamePerson } from './refusals.ts';
import { widestWindowDays } from './scan-window.ts';
import { BODY_SITES, MODALITIES } from './vocabulary.ts';

/** What a person must say of a new follow-up, checked. */
export interface FollowUpDraft {
  caseCode: string;
  modality: string;
  bodySite: string;
  contrast: Contrast | null;
  targetOn: string;
  windowDays: number;
  ownerId: string;
  backupId: string;
  recurrence: Recurrence | null;
}

const howToWrite = {
  caseCode: 'the case code (`CASE-12`)',
  modality: 'the modality (`CT`)',
  bodySite: 'the body site (`chest`)',
  targetOn: 'the due date (`due 2027-02-23`)',
  windowDays: 'the window (`window 14d`)',
  ownerId: 'the owner (`owner @name`)',
  backupId: 'the backup (`backup @name`)',
} as const;

/**
 * Returns a draft that is complete and makes sense, from the typed form or the dialog alike. Throws one `UserError`
 * that names every missing field at once; then one for what does not fit together, as a window that would reach
 * the next date of the series, or an owner who is also the backup.
 *
 * @example
 * checkedDraft({ caseCode: 'CASE-12', modality: 'CT' })
 * // throws: 'Missing: the body site (`chest`), the due date (`due 2027-02-23`), …'
 */
export function checkedDraft(given: Partial<FollowUpDraft>): FollowUpDraft {
  const bodySite = given.bodySite ?? (given.modality === 'blood count' ? 'blood' : undefined);
  const { caseCode, modality, targetOn, windowDays, ownerId, backupId } = given;
  const required = { caseCode, modality, bodySite, targetOn, windowDays, ownerId, backupId };
  const missing = Object.entries(howToWrite)
    .filter(([field]) => (required[field as keyof typeof required] ?? '') === '')
    .map(([, how]) => how);
  if (missing.length > 0) throw new UserError(`Nothing was saved. Missing: ${missing.join(', ')}.`);
  const draft = { contrast: null, recurrence: null, ...given, bodySite } as FollowUpDraft;
  return {
    ...draft,
    caseCode: parseCaseCode(draft.caseCode),
    ...checkedTimes(draft),
    ...checkedWords(draft),
  };
}

function checkedTimes(draft: FollowUpDraft): Pick<FollowUpDraft, 'targetOn' | 'windowDays' | 'recurrence'> {
  const { targetOn, windowDays, recurrence } = draft;
  checkedDate(targetOn, 'the due date');
  if (!Number.isInteger(windowDays) || windowDays < 0 || windowDays > 366) {
    throw new UserError(
      'The window is not a whole number of days from 0 to 366. Write the days each way, as `window 14d`.',
    );
  }
  if (recurrence === null) return { targetOn, windowDays, recurrence };
  const { every, unit, untilOn } = recurrence;
  if (!Number.isInteger(every) || every < 1 || every > 120) {
    throw new UserError('The interval is not a whole number from 1 to 120. Write `every 3 months`.');
  }
  if (untilOn !== null && checkedDate(untilOn, 'the end of the series') < targetOn) {
    throw new UserError(
      `The series would end on ${untilOn}, before its first date. Write a later \`until\`, or leave it out.`,
    );
  }
  const widest = widestWindowDays({ amount: every, unit });
  if (windowDays > widest) {
    throw new UserError(
      `A window of ${windowDays} days each way would reach the next date of this series. Write \`window ${widest}d\` or less.`,
    );
  }
  return { targetOn, windowDays, recurrence };
}

function checkedWords(draft: FollowUpDraft): Pick<FollowUpDraft, 'modality' | 'bodySite' | 'contrast'> {
  const { modality, bodySite, contrast, ownerId, backupId } = draft;
  if (!MODALITIES.includes(modality)) {
    throw new UserError(`The modality is not on the list. Pick one of: ${MODALITIES.join(', ')}.`);
  }
  if (!BODY_SITES.includes(bodySite)) {
    throw new UserError(`The body site is not on the list. Pick one of: ${BODY_SITES.join('; ')}.`);
  }
  if (contrast !== null && !CONTRASTS.includes(contrast)) {
    throw new UserError('The contrast is not on the list. Write `with contrast` or `without contrast`.');
  }
  refuseSamePerson(ownerId, backupId);
  return { modality, bodySite, contrast };
}
