/** What files say as YAML, by the key of their text: not yet checked in any way. */
export type ParsedAhead = ReadonlyMap<string, unknown>;

/**
 * What was read when the app was built, since YAML takes half of the time of reading the base. Run from its sources the
 * app has nothing of it: the build (`deploy/parse-ahead.ts`) puts a file of its own in place of this one.
 */
export function parsedAhead(): ParsedAhead {
  return new Map();
}
