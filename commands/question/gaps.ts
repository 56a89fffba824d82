import type { Action, Form, MessageReply, Person, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { resolveClaim } from '../../src/evidence/resolve-claim.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { assignGapForm, fillGapForm } from '../../src/views/question/gap-forms.ts';
import { gapList } from '../../src/views/question/gap-list.ts';
import { requireCurator } from '../curation/curators-only.ts';
import { privately } from '../privately.ts';

/** `/imt gaps`: for curators, what people asked and the base does not hold. */
export async function gaps(person: Person, services: Services): Promise<MessageReply> {
  requireCurator(person, services);
  const { questions } = services;
  const [open, reported] = await Promise.all([
    questions.gaps(person.teamId, 'open'),
    questions.reported(person.teamId),
  ]);
  return privately('Gaps of the knowledge base', gapList(open, reported));
}

export const gapActions: readonly Action[] = [
  {
    id: actionIds.assignGap,
    async run(request, services) {
      requireCurator(request, services);
      return { kind: 'dialog', view: assignGapForm(request.value, request.userId) };
    },
  },
  {
    id: actionIds.fillGap,
    async run(request, services) {
      requireCurator(request, services);
      return { kind: 'dialog', view: fillGapForm(request.value) };
    },
  },
  {
    id: actionIds.exportGaps,
    async run(request, services) {
      requireCurator(request, services);
      // Imported only here: no other reply writes CSV.
      const { gapsAsCsv } = await import('../../src/views/question/export-gaps.ts');
      const content = gapsAsCsv(await services.questions.gaps(request.teamId, 'all'));
      const file = { fileName: 'imt-gaps.csv', title: 'Gaps of the knowledge base', content };
      return { ...privately('The gaps, open and filled, follow as a file that only you see.'), file };
    },
  },
];

export const gapForms: readonly Form[] = [
  {
    id: actionIds.assignGapForm,
    async run(request, services) {
      requireCurator(request, services);
      const { assigneeId } = request.values;
      if (!assigneeId) throw new UserError('Name a person.');
      if (!(await services.questions.assign(request.teamId, request.privateValue, assigneeId)))
        throw new UserError(gone);
      return privately(`Assigned to <@${assigneeId}>. Write \`/imt gaps\` for the list.`);
    },
  },
  {
    id: actionIds.fillGapForm,
    async run(request, services) {
      requireCurator(request, services);
      const claimId = request.values.claimId?.trim() ?? '';
      const { claim, ended } = resolveClaim(claimId, services.knowledge) ?? { claim: null, ended: null };
      if (claim && ended)
        throw new UserError(`That statement was replaced. Write the id of the one in its place: ${claim.id}`);
      if (!claim || claim.retracted)
        throw new UserError(
          'No statement that stands in the knowledge base has this id. Open the statement that fills the gap, and take the id at the bottom of its source.',
        );
      const filled = { claimId, by: request.userId };
      const told = await services.questions.fill(request.teamId, request.privateValue, filled);
      if (told === null) throw new UserError(gone);
      const people = told === 1 ? 'One person who asked is' : `${told} people who asked are`;
      return privately(`Marked as filled. ${people} told once, by direct message.`);
    },
  },
];

const gone =
  'This gap is filled already, or not there any more. Write `/imt gaps` for the list as it is now.';
