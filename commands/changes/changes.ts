import type { Action, MessageReply, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { listChanges } from '../../src/evidence/changes/list-changes.ts';
import { parseChangesSince } from '../../src/evidence/changes/parse-changes-since.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { changeListPages } from '../../src/views/changes/change-list.ts';
import { statementsDialog } from '../../src/views/statements-dialog.ts';
import { privately } from '../privately.ts';

type Held = Pick<Services, 'knowledge' | 'now'>;

/** `/imt changes since 2026-10-01`: what was added to the base, changed in it or taken out. */
export function changes(since: string, services: Held): MessageReply {
  const today = services.now().toISOString().slice(0, 10);
  return changesPage(parseChangesSince(since, today), 1, services);
}

/** The day since when changes are asked for is no day of a patient's; all else that is typed is screened. */
export function freeTextOfChanges(text: string): string {
  return text.replace(/^(\s*changes)\s+(?:since\s+)?20\d{2}-\d{2}-\d{2}\s*$/i, '$1');
}

export const changeActions: readonly Action[] = [
  {
    id: actionIds.moreChanges,
    run: async ({ value }, services) => {
      const [sinceOn = '', page = ''] = value.split(' ');
      return changesPage(sinceOn, Number(page), services);
    },
  },
  {
    id: actionIds.addedStatements,
    run: async ({ value }, { knowledge }) => {
      const [sourceId = '', on = ''] = value.split(' ');
      const ofSource = listChanges(on, knowledge).find((one) => one.sourceId === sourceId);
      const claims = ofSource?.added.find((one) => one.on === on)?.claims;
      if (!claims) throw new UserError(changedSince);
      return { kind: 'dialog', view: statementsDialog('Added statements', claims, knowledge) };
    },
  },
];

function changesPage(sinceOn: string, page: number, { knowledge }: Pick<Held, 'knowledge'>): MessageReply {
  const blocks = changeListPages(sinceOn, knowledge)[page - 1];
  if (!blocks) throw new UserError(changedSince);
  return privately('What changed in the knowledge base', blocks);
}

const changedSince =
  'The knowledge base has changed since that was shown. Write `/imt changes` for what it holds now.';
