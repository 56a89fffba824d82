import { defaultDatabaseUrl } from '../default-database-url.ts';
import { UserError } from '../errors.ts';

/** From the environment, because a command line with a password can be read by everybody on the machine. */
const databaseUrl = () => process.env.DATABASE_URL || undefined;

/** The store that the app itself would take. */
export function readAppDatabaseUrl(): string {
  return databaseUrl() ?? defaultDatabaseUrl;
}

/** A store that is to be filled, which nobody should name by saying nothing. */
export function readTargetDatabaseUrl(): string {
  const target = databaseUrl();
  if (target === undefined)
    throw new UserError(
      `Set DATABASE_URL to an empty store, as ${defaultDatabaseUrl} or postgres://user:password@host/database.`,
    );
  return target;
}
