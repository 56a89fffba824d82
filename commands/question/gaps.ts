import type { Action, Form, MessageReply, Person, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { assignGapForm, fillGapForm } from '../../src/views/question/gap-forms.ts';
import { gapList } from '../../src/views/question/gap-list.ts';
import { said } from './said.ts';

/** `/imt gaps`: for curators, what people asked and the base does not hold. */
export async function gaps(person: Person, services: Services): Promise<MessageReply> {
  requireCurator(person, services);
  const { questions } = services;
  const [open, reported] = await Promise.all([
    questions.gaps(person.teamId, 'open'),
    questions.reported(person.teamId),
  ]);
  return { ...said('Gaps of the knowledge base'), blocks: gapList(open, reported) };
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
      return { ...said('The gaps, open and filled, follow as a file that only you see.'), file };
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
      return said(`Assigned to <@${assigneeId}>. Write \`/imt gaps\` for the list.`);
    },
  },
  {
    id: actionIds.fillGapForm,
    async run(request, services) {
      requireCurator(request, services);
      const claimId = request.values.claimId?.trim() ?? '';
      const claim = services.knowledge.claims.get(claimId);
      if (!claim || claim.retracted)
        throw new UserError(
          'No statement that stands in the knowledge base has this id. Write one as `npm run -s imt -- kb` and the source files give it.',
        );
      const filled = { claimId, by: request.userId };
      const told = await services.questions.fill(request.teamId, request.privateValue, filled);
      if (told === null) throw new UserError(gone);
      const people = told === 1 ? 'One person who asked is' : `${told} people who asked are`;
      return said(`Marked as filled. ${people} told once, by direct message.`);
    },
  },
];

function requireCurator({ userId }: Person, { access }: Services): void {
  if (access.isCurator(userId)) return;
  throw new UserError(
    'Only curators see the gaps. Whoever runs the app names them in CURATORS; ask for it there.',
  );
}

const gone =
  'This gap is filled already, or not there any more. Write `/imt gaps` for the list as it is now.';
