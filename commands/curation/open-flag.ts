import type { Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import type { OpenFlag } from '../../src/evidence/curation/curation-records.ts';

/** The flag that a dialog is about, while it waits for a decision. Throws a `UserError` when it does not. */
export async function openFlag(id: string, { openFlags }: Services['curation']): Promise<OpenFlag> {
  const flag = (await openFlags()).find((one) => one.id === id);
  if (flag) return flag;
  throw new UserError(notOpen);
}

export const notOpen =
  'This flag is decided already, or more was said of the statement since. Open App Home again for what is open now.';
