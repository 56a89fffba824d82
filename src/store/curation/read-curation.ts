import type { Curation } from '../../evidence/curation/curation-records.ts';
import type { Reader } from '../store.ts';
import { listDecidedFlags, listOpenFlags } from './claim-flags.ts';
import { listApprovals } from './claim-reviews.ts';

/** All that is said and decided of statements. */
export async function readCuration(reader: Reader): Promise<Curation> {
  return {
    open: await listOpenFlags(reader),
    decided: await listDecidedFlags(reader),
    approvals: await listApprovals(reader),
  };
}
