import { defaultDatabaseUrl } from '../default-database-url.ts';
import { UserError } from '../errors.ts';
import { databaseUrlMisfit } from '../store/database-url-misfit.ts';

/** From the environment, because a command line with a password can be read by everybody on the machine. */
function databaseUrl(): string | undefined {
  const url = process.env.DATABASE_URL?.trim() || undefined;
  const misfit = url && databaseUrlMisfit(url);
  if (misfit) throw new UserError(`DATABASE_URL: ${misfit}.`);
  return url;
}

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

/** The PostgreSQL database that an embedded store is copied to. */
export function readPostgresUrl(): string {
  if (!/^postgres(ql)?:\/\//.test(process.env.DATABASE_URL?.trim() ?? ''))
    throw new UserError('Set DATABASE_URL to where to copy to, as postgres://user:password@host/database.');
  return readTargetDatabaseUrl();
}
