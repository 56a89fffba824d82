import { UserError } from '../errors.ts';

/** From the environment, because a command line with a password can be read by everybody on the machine. */
export function readDatabaseUrl(which = 'the store of the app'): string {
  const databaseUrl = process.env.DATABASE_URL ?? '';
  if (databaseUrl !== '') return databaseUrl;
  throw new UserError(
    `Set DATABASE_URL to ${which}, as sqlite:./data/imt-board.db or postgres://user:password@host/database.`,
  );
}
