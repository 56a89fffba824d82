import type { LoadedClaim } from '../../knowledge/schema.ts';
import type { Action, Form, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { flagForm } from '../../src/views/curation/flag-form.ts';
import { ratingReasons } from '../../src/views/question/rate-form.ts';
import { privately } from '../privately.ts';
import { claimAsRead, standingClaim } from './standing-claim.ts';

/** Any member may say that a statement is wrong, wherever its source is shown. */
export const flagClaim: Action = {
  id: actionIds.flagClaim,
  async run({ value }, { knowledge }) {
    return { kind: 'dialog', view: flagForm(standingClaim(value, knowledge)) };
  },
};

export const flagClaimForm: Form = {
  id: actionIds.flagClaimForm,
  async run({ values, privateValue, userId, teamId }, services) {
    return flagAs({ userId, teamId }, claimAsRead(privateValue, services.knowledge), values, services);
  },
};

/** Keeps the flag of one statement and says what comes of it. */
export async function flagAs(
  by: { userId: string; teamId: string },
  claim: LoadedClaim,
  values: Readonly<Record<string, string | null>>,
  { curation, access }: Pick<Services, 'curation' | 'access'>,
) {
  await access.requireOwn(by);
  const reason = ratingReasons.flagged.find(({ value }) => value === values.reason)?.value;
  if (!reason) throw new UserError('Pick a reason from the list.');
  await curation.flag(by, claim, { reason, note: values.note?.trim() || null });
  return privately(
    'Flagged. The statement is marked “under review” for everybody from now on. Only curators see that it was you; one of them compares it with its source, and you are told the outcome once.',
  );
}
