import type { Action, ActionRequest, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import type { KeptAnswer } from '../../src/evidence/questions/question-records.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { answerBlocks } from '../../src/views/answer.ts';
import { rateForm, type ratingReasons } from '../../src/views/question/rate-form.ts';
import { sharedBy } from '../../src/views/shared-by.ts';
import { privately } from '../privately.ts';
import { openedAnswer } from './kept-answer.ts';

/** The buttons under an answer. */
export const answerActions: readonly Action[] = [
  {
    id: actionIds.shareAnswer,
    async run(request, services) {
      const answer = openedAnswer(await kept(request, services), services.knowledge);
      if (!answer) throw new UserError(changed);
      const blocks = sharedBy(request, answerBlocks(answer, services.knowledge));
      return { kind: 'message', visibility: 'shared', text: 'An answer from the knowledge base', blocks };
    },
  },
  {
    id: actionIds.helpful,
    async run(request, services) {
      const { statementIds } = await kept(request, services);
      const rating = { verdict: 'helpful', reason: null, note: null, statementIds } as const;
      await services.questions.rate({ ...request, threadTs: null }, request.value, rating);
      return privately('Noted as helpful. Thank you.');
    },
  },
  ratingAction(actionIds.notHelpful, 'not-helpful'),
  ratingAction(actionIds.flag, 'flagged'),
];

function ratingAction(id: string, verdict: keyof typeof ratingReasons): Action {
  return {
    id,
    async run(request, services) {
      const { statementIds, statementHashes } = await kept(request, services);
      const asShown = statementIds.flatMap((claimId, at) => {
        const claim = services.knowledge.claims.get(claimId);
        return claim && (statementHashes?.[at] ?? claim.contentHash) === claim.contentHash ? [claim] : [];
      });
      const changed = statementIds.length - asShown.length;
      return { kind: 'dialog', view: rateForm(verdict, request.value, asShown, changed) };
    },
  };
}

async function kept(request: ActionRequest, { questions }: Services): Promise<KeptAnswer> {
  const found = await questions.find(request, request.value);
  if (found) return found;
  throw new UserError(
    'An answer is remembered for 30 days, and this one is not any more. Ask the question again.',
  );
}

const changed =
  'The knowledge base has changed since this was shown, and a statement of it is not in it any more. Ask again, and share the new answer.';
