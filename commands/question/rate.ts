import type { Form } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { ratingReasons } from '../../src/views/question/rate-form.ts';
import { flagAs } from '../curation/flag.ts';
import { standingClaim } from '../curation/standing-claim.ts';
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
    const flagged = verdict === 'flagged' ? request.values.statement : null;
    const isStatement = flagged !== null && kept.statementIds.includes(flagged ?? '');
    const claim = isStatement && flagged ? standingClaim(flagged, services.knowledge) : null;
    // What was written of one statement is kept with its flag alone.
    const note = isStatement ? null : request.values.note?.trim() || null;
    const statementIds = isStatement && flagged ? [flagged] : kept.statementIds;
    const rating = { verdict, reason, note, statementIds } as const;
    await questions.rate({ ...request, threadTs: null }, questionId, rating);
    if (claim) return flagAs(request, claim, request.values, services);
    return privately(
      verdict === 'flagged'
        ? 'Flagged. A curator compares it with its source; until then it stays as it is, so check the source yourself.'
        : 'Noted, with your reason. A curator sees it without your name.',
    );
  },
};
