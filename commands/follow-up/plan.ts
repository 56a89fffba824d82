import { z } from 'zod';
import type { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import type { FieldErrors, FormRequest, Reply, Services } from '../../src/command.ts';
import { isCalendarDate } from '../../src/dates/is-calendar-date.ts';
import { UserError } from '../../src/errors.ts';
import { checkedDate } from '../../src/followup/calendar-date.ts';
import { expandTemplate } from '../../src/followup/expand-template.ts';
import { CONTRASTS } from '../../src/followup/follow-up.ts';
import { parseCaseCode } from '../../src/followup/parse-case-code.ts';
import { planFromTemplate } from '../../src/followup/plan-from-template.ts';
import { readFilledDraft } from '../../src/followup/read-filled-draft.ts';
import { datesForm, planForm } from '../../src/views/follow-up/plan-forms.ts';
import { type Desk, deskOf } from './desk.ts';
import { keepNew } from './keep-new.ts';

/** Opens the dialog in which a template is picked; the case may be written with it. */
export async function plan(text: string, { act, services }: Desk): Promise<Reply> {
  const caseCode = text === '' ? null : parseCaseCode(text);
  const { surveillance } = services.knowledge;
  if (surveillance.length === 0) throw new UserError('No template is kept here. Write `/imt-followup add`.');
  return { kind: 'dialog', view: planForm(surveillance, { caseCode, ownerId: act.by }) };
}

/** What the second dialog carries of the first, unseen: ids and words of the app's own lists; the rest stands in it to be read. */
const Picked = z.object({
  templateId: z.string(),
  draft: z.object({
    modality: z.string(),
    bodySite: z.string(),
    contrast: z.enum(CONTRASTS).nullable(),
    ownerId: z.string(),
    backupId: z.string(),
  }),
});

export async function showDates(request: FormRequest, services: Services): Promise<Reply | FieldErrors> {
  const { board } = await deskOf(request, services);
  const { knowledge } = services;
  const { template: templateId = null, anchorOn = null, ...filled } = request.values;
  const template = knowledge.surveillance.find(({ id }) => id === templateId);
  // Due date and window come from the template; any that pass will do while the rest is checked.
  const read = readFilledDraft(filled, { targetOn: '2000-01-01', windowDays: 0 });
  const errors = {
    ...('faults' in read ? read.faults : {}),
    ...(template ? {} : { template: 'Pick a template.' }),
    ...(anchorOn !== null && isCalendarDate(anchorOn)
      ? {}
      : { anchorOn: 'Pick the day from which it counts.' }),
  };
  if (!template || anchorOn === null || 'faults' in read || Object.keys(errors).length > 0)
    return { kind: 'field-errors', errors };
  const { caseCode, modality, bodySite, contrast, ownerId, backupId } = read.draft;
  await services.access.refuseOutsiders(board, [ownerId, backupId]);
  const picked: z.infer<typeof Picked> = {
    templateId: template.id,
    draft: { modality, bodySite, contrast, ownerId, backupId },
  };
  const offered = { caseCode, anchorOn, dates: expandTemplate(template, anchorOn) };
  const view = datesForm(template, offered, JSON.stringify(picked));
  return { kind: 'dialog', view };
}

export async function approve(request: FormRequest, services: Services): Promise<Reply> {
  const desk = await deskOf(request, services);
  const { templateId, draft: picked } = Picked.parse(JSON.parse(request.privateValue));
  const template = knownTemplate(templateId, services);
  const draft = { ...picked, caseCode: parseCaseCode(request.values.caseCode ?? '') };
  const anchorOn = checkedDate(request.values.anchorOn ?? '', 'the day from which it counts');
  const dates = expandTemplate(template, anchorOn).flatMap((date, at) => {
    const on = request.values[`date-${at}`] ?? null;
    if (on === null) return [];
    return on === date.on ? [date] : [{ ...date, on, fromAnchor: null }];
  });
  const { newId } = services;
  const approved = { templateId, anchor: { label: template.anchorLabel, on: anchorOn }, draft, dates };
  return keepNew(planFromTemplate(approved, { id: newId(), board: desk.board, newId }, desk.act), desk);
}

function knownTemplate(id: string, { knowledge }: Services): SurveillanceTemplate {
  const template = knowledge.surveillance.find((one) => one.id === id);
  if (template) return template;
  throw new UserError(
    'This template is not kept any more, and nothing was saved. Write `/imt-followup plan` again.',
  );
}
