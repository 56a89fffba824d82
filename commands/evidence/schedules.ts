import type { Action, MessageReply, Services } from '../../src/command.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { schedulesTable } from '../../src/views/schedules-table.ts';
import { privately } from '../privately.ts';
import { shared } from '../shared.ts';

/** `/imt table`: the published radiotherapy schedules side by side. */
export function schedules({ knowledge }: Pick<Services, 'knowledge'>): MessageReply {
  return privately('Published radiotherapy schedules', schedulesTable(knowledge));
}

export const scheduleActions: readonly Action[] = [
  { id: actionIds.table, run: async (_, services) => schedules(services) },
  { id: actionIds.shareTable, run: async (request, services) => shared(schedules(services), request) },
];
