import type { LoadedClaim } from '../../knowledge/schema.ts';
import type { Action, Form, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { mostOpenFlags } from '../../src/evidence/curation/curation-records.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { flagForm } from '../../src/views/curation/flag-form.ts';
import { ratingReasons } from '../../src/views/question/rate-form.ts';
import { privately } from '../privately.ts';
import { claimAsRead } from './standing-claim.ts';

/** Any member may say that a statement is wrong, wherever its source is shown. */
export const flagClaim: Action = {
  id: actionIds.flagClaim,
  async run({ value }, { knowledge }) {
    return { kind: 'dialog', view: flagForm(claimAsRead(value, knowledge)) };
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
  if (!(await curation.flag(by, claim, { reason, note: values.note?.trim() || null })))
    throw new UserError(
      `Nothing was kept: you have ${mostOpenFlags} flags open that no curator has judged yet. Wait until one is decided, or tell a curator directly.`,
    );
  return privately(
    'Flagged. The statement is marked “under review” for everybody from now on, as flagged and not judged yet. Only curators see that it was you; one of them compares it with its source, and you are told the outcome once.',
  );
}
