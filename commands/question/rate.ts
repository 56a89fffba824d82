import type { Form } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { ratingReasons } from '../../src/views/question/rate-form.ts';
import { flagAs } from '../curation/flag.ts';
import { claimAsRead } from '../curation/standing-claim.ts';
import { privately } from '../privately.ts';

/** Why an answer was of no help, or what is wrong with it. */
export const rate: Form = {
  id: actionIds.rateForm,
  async run(request, services) {
    const { questions } = services;
    const [verdict = '', questionId = ''] = request.privateValue.split(' ');
    const kept = await questions.find(request, questionId);
    if (!kept || !(verdict === 'flagged' || verdict === 'not-helpful'))
      throw new UserError('This answer is not remembered any more. Ask the question again.');
    const reason = ratingReasons[verdict].find(({ value }) => value === request.values.reason)?.value;
    if (!reason) throw new UserError('Pick a reason from the list.');
    const [flaggedId = ''] = (verdict === 'flagged' && request.values.statement?.split(' ')) || [];
    const isStatement = kept.statementIds.includes(flaggedId);
    // What was written of one statement is kept with its flag alone.
    const note = isStatement ? null : request.values.note?.trim() || null;
    const statementIds = isStatement ? [flaggedId] : kept.statementIds;
    // The flag first: one that is refused is no rating either.
    const told = isStatement
      ? await flagAs(
          request,
          claimAsRead(request.values.statement ?? '', services.knowledge),
          request.values,
          services,
        )
      : null;
    const rating = { verdict, reason, note, statementIds } as const;
    await questions.rate({ ...request, threadTs: null }, questionId, rating);
    if (told) return told;
    return privately(
      verdict === 'flagged'
        ? 'Flagged, as a whole: no statement is marked. Curators of this workspace read it in `/imt gaps`, under the answers that people reported, without your name; you are not told what comes of it. To mark one statement for everybody and be told, press *Flag as wrong…* again and pick that statement.'
        : 'Noted, with your reason. A curator sees it without your name.',
    );
  },
};
