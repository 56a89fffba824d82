import type { Person, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';

/** Throws for everybody whom the configuration does not name. */
export function requireCurator(person: Person, { access }: Pick<Services, 'access'>): void {
  if (access.isCurator(person)) return;
  throw new UserError(
    'Only curators of the knowledge base may do this. Who runs the app names them in `CURATORS`: ask there to be one.',
  );
}
