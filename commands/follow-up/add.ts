import type { FieldErrors, FormRequest, MessageReply, Reply, Services } from '../../src/command.ts';
import { addDaysTo } from '../../src/dates/add-days.ts';
import type { FollowUpDraft } from '../../src/followup/checked-draft.ts';
import { createFollowUp } from '../../src/followup/create-follow-up.ts';
import { parseFollowUp } from '../../src/followup/parse-follow-up.ts';
import { readFilledDraft } from '../../src/followup/read-filled-draft.ts';
import { faultOf, nearDate } from '../../src/followup/refusals.ts';
import { seriesAhead } from '../../src/followup/series-ahead.ts';
import { addForm } from '../../src/views/follow-up/add-form.ts';
import { type Desk, deskOf } from './desk.ts';
import { keepNew } from './keep-new.ts';

/** Typed in full it is saved; bare, a dialog asks. */
export async function add(text: string, desk: Desk): Promise<Reply> {
  return text === '' ? askForNew(desk) : saveDraft(parseFollowUp(text), desk);
}

export function askForNew({ act }: Pick<Desk, 'act'>): Reply {
  return { kind: 'dialog', view: addForm({ ownerId: act.by, dueOn: addDaysTo(act.todayOn, 91) }) };
}

export async function saveFilled(request: FormRequest, services: Services): Promise<Reply | FieldErrors> {
  const desk = await deskOf(request, services);
  const read = readFilledDraft(request.values, {});
  if ('faults' in read) return { kind: 'field-errors', errors: read.faults };
  const far = faultOf(() => nearDate(read.draft.targetOn, 'the due date', desk.act.todayOn));
  if (far !== null) return { kind: 'field-errors', errors: { targetOn: far } };
  return saveDraft(read.draft, desk);
}

async function saveDraft(draft: FollowUpDraft, desk: Desk): Promise<MessageReply> {
  const { services, board, act } = desk;
  nearDate(draft.targetOn, 'the due date', act.todayOn);
  const { followUp, entry } = createFollowUp(draft, { id: services.newId(), board }, act);
  return keepNew({ followUp, entry, occurrences: seriesAhead(followUp, [], services.newId, act) }, desk);
}
