import type { Form } from '../../src/command.ts';
import { calendarDay } from '../../src/dates/calendar-day.ts';
import { UserError } from '../../src/errors.ts';
import { samePerson } from '../../src/evidence/same-person.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { foundWrongText } from '../../src/views/claim-standing.ts';
import { privately } from '../privately.ts';
import { requireCurator } from './curators-only.ts';
import { notOpen, openFlag } from './open-flag.ts';
import { entryAsNamed, entryAsRead } from './standing-entry.ts';

/** What a curator makes of a flag, and of a statement. */
export const curatorForms: readonly Form[] = [
  {
    id: actionIds.decideForm,
    async run(request, services) {
      requireCurator(request, services);
      const [outcome = '', flagId = ''] = request.privateValue.split(' ');
      const note = request.values.note?.trim();
      if (!(outcome === 'upheld' || outcome === 'rejected')) throw new UserError(notOpen);
      if (!note) throw new UserError('Write a note: who flagged the statement is told it.');
      const flag = await openFlag(flagId, services.curation);
      if (!(await services.curation.decide(request, flagId, { outcome, note }))) throw new UserError(notOpen);
      if (outcome === 'rejected')
        return privately(
          'Rejected; who flagged it is told. The mark goes, unless somebody else flagged the statement too or it was found wrong before.',
        );
      const { contentHash } = services.knowledge.claims.get(flag.claimId) ?? {};
      return privately(
        contentHash === flag.contentHash
          ? 'Upheld. The statement stays marked until its corrected file is loaded; who flagged it is told.'
          : 'Upheld. The statement has changed since it was flagged, so it is not marked; who flagged it is told.',
      );
    },
  },
  {
    id: actionIds.approveForm,
    async run(request, services) {
      requireCurator(request, services);
      const { knowledge, curation } = services;
      const entry = request.privateValue
        ? entryAsRead(request.privateValue, knowledge)
        : entryAsNamed(request.values.claimId?.trim() ?? '', knowledge);
      const { id, kind, author } = entry;
      const name = printedName(request.values.reviewerName);
      if (author !== null && samePerson(name, author))
        throw new UserError(`${author} wrote this ${kind}: somebody else has to approve it.`);
      if (knowledge.claims.get(id)?.retracted)
        throw new UserError('This statement is retracted: there is nothing to approve.');
      const mark = knowledge.marks?.get(id);
      if (mark)
        throw new UserError(
          mark.standing === 'found wrong'
            ? `This statement was ${foundWrongText(mark)}: it can be approved once its corrected file is loaded.`
            : 'This statement is flagged: decide that first, under “Statements flagged as wrong”.',
        );
      const { status, by, on } = entry.review;
      if (status === 'reviewed' && on !== null)
        throw new UserError(`${by} approved it as it stands, on ${calendarDay(on)}.`);
      await curation.approve(request, entry, name);
      return privately(
        `Approved ${id}: it says “reviewed by ${name}” from now on, until it is changed. \`npm run -s imt -- kb patch\` carries it into the files.`,
      );
    },
  },
];

/** A curator's own name for the record: letters, with what stands between them in names and titles. */
function printedName(typed: string | null | undefined): string {
  const name = typed?.trim().replace(/\s+/g, ' ') ?? '';
  if (/^\p{L}[\p{L}\p{M}.,'’ -]{1,79}$/u.test(name)) return name;
  throw new UserError('Write your name as it is to be printed: letters only, for example Dr Ada Byrne.');
}

/** The name is no prose to be screened for patients: it is its writer’s, and held to the shape of a name. */
export function freeFieldOfCuration(text: string, field: string): string {
  return field === 'reviewerName' ? '' : text;
}
