export interface TypedBefore {
  add(text: string): void;
  /** The next older text, or with `1` the next newer; an empty one behind the newest. */
  step(direction: -1 | 1): string | undefined;
  isBrowsing(): boolean;
  stop(): void;
}

/** What was sent from this tab, for the arrow keys. */
export function createTypedBefore(): TypedBefore {
  const sent: string[] = [];
  let position: number | undefined;
  return {
    add(text) {
      if (sent.at(-1) !== text) sent.push(text);
      position = undefined;
    },
    step(direction) {
      const next = (position ?? sent.length) + direction;
      if (next < 0 || (position === undefined && direction === 1)) return undefined;
      position = next >= sent.length ? undefined : next;
      return sent[next] ?? '';
    },
    isBrowsing: () => position !== undefined,
    stop() {
      position = undefined;
    },
  };
}
