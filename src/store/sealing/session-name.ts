const prefix = 'imt-board keys ';

/** What sessions of a process with these keys are called in PostgreSQL: `imt-board keys 2,1`. */
export function sessionName(keyIds: readonly string[]): string {
  return `${prefix}${keyIds.join(',')}`;
}

/** The keys of a session of that name; undefined for another program's. */
export function keysOfSession(name: string): string[] | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length).split(',') : undefined;
}
