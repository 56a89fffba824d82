import { reportError } from '../slack/error-report.ts';
import type { DeliveryContext } from './delivery-context.ts';

/** A fault with one item must not hold back the others. */
export async function orReport(
  { log, newId }: Pick<DeliveryContext, 'log' | 'newId'>,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportError(error, what, newId().slice(0, 8), log);
  }
}
