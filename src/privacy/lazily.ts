/**
 * What `make` gives, made when it is first asked for and kept: patterns and lists that the app's start need not wait
 * for. Throws what `make` throws.
 *
 * @example
 * lazily(() => 6 * 7)() //=> 42
 */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
