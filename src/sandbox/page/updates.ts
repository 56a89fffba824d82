import type { StreamEvents } from '../page-state.ts';

type OnUpdate = { [Name in keyof StreamEvents]: (payload: StreamEvents[Name]) => void };

/** Follows what the server tells this person; says when the server is gone and when it is back. */
export function followUpdates(as: string, on: OnUpdate, onLost: (lost: boolean) => void): () => void {
  const source = new EventSource(`/sandbox/stream?as=${encodeURIComponent(as)}`);
  for (const name of Object.keys(on) as (keyof StreamEvents)[])
    source.addEventListener(name, (event) => {
      const tell = on[name] as (payload: unknown) => void;
      tell(JSON.parse((event as MessageEvent<string>).data));
    });
  source.onopen = () => onLost(false);
  source.onerror = () => onLost(true);
  return () => source.close();
}
