import type { Action } from '../../src/command.ts';
import { flagClaim } from './flag.ts';
import { queueActions } from './queue.ts';
import { reload } from './reload.ts';

/** What anybody may press, then what only curators may. */
export const curationActions: readonly Action[] = [flagClaim, ...queueActions, reload];
