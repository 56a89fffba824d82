/** The path of a `DATABASE_URL` that names a SQLite file; undefined for any other. */
export function sqlitePathOf(databaseUrl: string): string | undefined {
  return /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
}
