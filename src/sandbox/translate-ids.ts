/** An id of the sandbox and what stands for it in the emulated workspace. */
export interface IdPair {
  ours: string;
  theirs: string;
}

/** JSON with every id of one side in place of the other's. */
export function translateIds(json: string, pairs: readonly IdPair[], to: keyof IdPair): string {
  const from = to === 'ours' ? 'theirs' : 'ours';
  return pairs.reduce((text, pair) => text.replaceAll(pair[from], pair[to]), json);
}
