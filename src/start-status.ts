import { KnowledgeError } from './knowledge/problem.ts';
import { isNetworkFault, machineFault } from './machine-fault.ts';
import { StartError } from './start-error.ts';
import { isPassingFailure } from './store/passing-failure.ts';

/** EX_TEMPFAIL of sysexits.h. */
const mayPass = 75;
const toBeMended = 2;
const faultOfTheApp = 1;

/**
 * With which status a failed start ends. What runs the app as a service is to start it again after any but 2: that is
 * what somebody must mend first, in the configuration, the knowledge base or the store that they name.
 */
export function startStatus(error: unknown): number {
  if (error instanceof StartError) return error.mayPass ? mayPass : toBeMended;
  if (error instanceof KnowledgeError) return toBeMended;
  const isFull = (error as { code?: string } | null)?.code === 'ENOSPC';
  if (isFull || isNetworkFault(error) || isPassingFailure(error)) return mayPass;
  return machineFault(error) === undefined ? faultOfTheApp : toBeMended;
}
