import type { KnownBlock } from '@slack/types';
import type { Action, MessageBlock, MessageReply, Person, Reply, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { claimDetails } from '../../src/views/claim-details.ts';
import { approveForm, decideForm } from '../../src/views/curation/decide-form.ts';
import { flagQueue } from '../../src/views/curation/flag-queue.ts';
import { dialog } from '../../src/views/dialog.ts';
import { privately } from '../privately.ts';
import { requireCurator } from './curators-only.ts';
import { notOpen, openFlag } from './open-flag.ts';
import { standingClaim } from './standing-claim.ts';
import { entryAsRead, standingEntry } from './standing-entry.ts';

/** `/imt flags`: for curators, what people said is wrong. */
export async function flags(person: Person, services: Services, page = 1): Promise<MessageReply> {
  requireCurator(person, services);
  return privately('Statements flagged as wrong', await queue(person, services, 'message', page));
}

/** The same on App Home; nothing for anybody else. */
export async function curatorHome(person: Person, services: Services): Promise<MessageBlock[]> {
  return services.access.isCurator(person) ? queue(person, services, 'home', 1) : [];
}

async function queue(
  { teamId }: Person,
  { curation, knowledge }: Services,
  where: 'home' | 'message' | 'dialog',
  page: number,
): Promise<MessageBlock[]> {
  const [open, notCarriedOver] = await Promise.all([curation.openFlags(), curation.notCarriedOver()]);
  return flagQueue({ flags: open, teamId, notCarriedOver, knowledge }, where, page);
}

export const queueActions: readonly Action[] = [
  {
    id: actionIds.flags,
    async run(request, services) {
      requireCurator(request, services);
      const [where = '', page = ''] = request.value.split(' ');
      if (where === 'message') return { ...(await flags(request, services, Number(page))), replaces: true };
      const blocks = await queue(request, services, 'dialog', Number(page) || 1);
      return { kind: 'dialog', view: dialog('Flagged statements', blocks as KnownBlock[]) };
    },
  },
  {
    id: actionIds.curate,
    async run(request, services) {
      requireCurator(request, services);
      const [what = '', id = ''] = request.value.split(' ');
      return { kind: 'dialog', view: await dialogOf(what, id, services) };
    },
  },
  {
    id: actionIds.approve,
    async run(request, services): Promise<Reply> {
      requireCurator(request, services);
      const { value } = request;
      const entry = value === 'one' ? undefined : entryAsRead(value, services.knowledge);
      return { kind: 'dialog', view: approveForm(entry) };
    },
  },
];

async function dialogOf(what: string, id: string, { knowledge, curation }: Services) {
  if (what === 'approve') return approveForm(standingEntry(id, knowledge));
  if (what === 'source') return claimDetails(standingClaim(id, knowledge), knowledge, { forCurator: true });
  const flag = await openFlag(id, curation);
  if (!(what === 'upheld' || what === 'rejected')) throw new UserError(notOpen);
  return decideForm(what, flag, knowledge.claims.get(flag.claimId));
}
