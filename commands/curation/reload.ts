import type { Action } from '../../src/command.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { reloaded } from '../../src/views/curation/reloaded.ts';
import { privately } from '../privately.ts';
import { requireCurator } from './curators-only.ts';

/** The curators' button: the files are read again, and one mistake in them changes nothing. */
export const reload: Action = {
  id: actionIds.reload,
  async run(request, services) {
    requireCurator(request, services);
    const outcome = await services.curation.reload(request);
    return privately('The knowledge base', reloaded(outcome));
  },
};
