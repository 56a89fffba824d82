/** Writes each value; those that come while a write is under way go out together in the next. */
export function gathered<T>(write: (values: T[]) => Promise<void>): (value: T) => Promise<void> {
  let next: { values: T[]; written: Promise<void> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    if (next === undefined) {
      const values: T[] = [];
      const written = last.then(() => {
        next = undefined;
        return write(values);
      });
      next = { values, written };
      last = written.catch(() => {});
    }
    next.values.push(value);
    return next.written;
  };
}
