export interface TypedBefore {
  add(text: string): void;
  /** The next older text, or with `1` the next newer; an empty one behind the newest. */
  step(direction: -1 | 1): string | undefined;
  isBrowsing(): boolean;
  stop(): void;
}

const keptAs = 'typed before';
const mostKept = 50;

/** What was sent before, for the arrow keys; in the storage of a tab a reload does not lose it. */
export function createTypedBefore(storage: Pick<Storage, 'getItem' | 'setItem'>): TypedBefore {
  let sent = JSON.parse(storage.getItem(keptAs) ?? '[]') as string[];
  let position: number | undefined;
  return {
    add(text) {
      if (sent.at(-1) !== text) sent = [...sent, text].slice(-mostKept);
      storage.setItem(keptAs, JSON.stringify(sent));
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
