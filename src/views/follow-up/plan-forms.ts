import type { ModalView } from '@slack/types';
import type { SurveillanceTemplate } from '../../../knowledge/surveillance-schema.ts';
import { daysText } from '../../followup/days-text.ts';
import type { OfferedDate } from '../../followup/expand-template.ts';
import { doiAddress } from '../address.ts';
import { context, section } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { followUpIds } from './action-ids.ts';
import { caseInput, examinationInputs, peopleInputs } from './add-form.ts';
import { choiceInput, dateInput, form, textInput } from './form.ts';

/** The first half of a plan: which template, from which day, for what and for whom. */
export function planForm(
  templates: readonly SurveillanceTemplate[],
  { caseCode, ownerId }: { caseCode: string | null; ownerId: string },
): ModalView {
  const options = templates.map(({ id, title }) => ({ text: title, value: id }));
  return form(followUpIds.planForm, { title: 'Plan from a template', submit: 'Show dates' }, [
    caseCode === null ? caseInput : textInput({ id: 'caseCode', label: 'Case code', initial: caseCode }),
    choiceInput(
      { id: 'template', label: 'Template', hint: 'Its source is shown with the dates, before you approve.' },
      options,
    ),
    dateInput({ id: 'anchorOn', label: 'The day from which it counts', hint: 'As the end of treatment.' }),
    ...examinationInputs,
    ...peopleInputs(ownerId),
  ]);
}

/** What the first half led to. */
interface OfferedPlan {
  caseCode: string;
  anchorOn: string;
  dates: readonly OfferedDate[];
}

/** The second half: each date as the template offers it, to be moved, emptied and approved. */
export function datesForm(
  template: SurveillanceTemplate,
  { caseCode, anchorOn, dates }: OfferedPlan,
  privateValue: string,
): ModalView {
  const { source, extrapolatedFrom, statement, caveats, examinations, review, phases } = template;
  const where = source.doi === null ? source.url : doiAddress(source.doi);
  const printed = examinations.map(({ printedAs }) => printedAs).join(', ');
  const chosen = phases.map((phase) => phase.chosen).filter((one) => one !== null);
  const reviewed =
    review.status === 'reviewed' ? 'reviewed by a clinician' : 'not yet reviewed by a clinician';
  return form(followUpIds.datesForm, { title: 'Approve the dates', submit: 'Approve', privateValue }, [
    section(
      [
        escapeMrkdwn(statement),
        `<${where}|${escapeMrkdwn(source.label)}>, ${escapeMrkdwn(source.locator)} · ${source.studyType}`,
        `_${escapeMrkdwn(extrapolatedFrom.statement)} Extracted from the source, ${reviewed}._`,
        ...(printed === '' ? [] : [`Examinations there: ${escapeMrkdwn(printed)}.`]),
        ...chosen.map(escapeMrkdwn),
        ...caveats.map(
          ({ text, source: from, url }) => `⚠ ${escapeMrkdwn(text)} <${url}|${escapeMrkdwn(from)}>`,
        ),
      ].join('\n'),
    ),
    textInput({ id: 'caseCode', label: 'Case code', initial: caseCode }),
    dateInput({
      id: 'anchorOn',
      label: `Day of “${template.anchorLabel}”`,
      initial: anchorOn,
      hint: 'Another day here moves none of the dates below. To have them counted anew, cancel and plan again.',
    }),
    context('Move a date, or empty it to leave it out. Nothing is kept until you approve.'),
    ...dates.map(({ on, windowDays, fromAnchor }, at) =>
      dateInput({
        id: `date-${at}`,
        label: `${fromAnchor?.amount ?? ''} months, window ${daysText(windowDays)} each way`,
        initial: on,
        optional: true,
      }),
    ),
  ]);
}
