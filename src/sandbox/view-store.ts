import type { ViewContent } from './slack-shapes.ts';

/** A dialog on a person's screen, or their App Home. */
export interface OpenView {
  id: string;
  personId: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  content: ViewContent;
}

/** Slack's words for why a view was not opened or changed. */
type ViewRefusal = 'push_limit_reached' | 'not_found' | 'hash_conflict' | 'duplicate_external_id';

export interface ViewStore {
  /** On top of what the person has open; the first of a pile has no previous. */
  push(personId: string, content: ViewContent): OpenView | ViewRefusal;
  update(
    which: { id?: string; externalId?: string; hash?: string },
    content: ViewContent,
  ): OpenView | ViewRefusal;
  publishHome(personId: string, content: ViewContent, hash?: string): OpenView | ViewRefusal;
  /** Takes away the topmost, or with `all` the whole pile; says what went, topmost first. */
  close(personId: string, all: boolean): OpenView[];
  find(id: string): OpenView | undefined;
  pile(personId: string): readonly OpenView[];
  home(personId: string): OpenView | undefined;
}

const longestPile = 3;

type OnChange = (personId: string, type: ViewContent['type']) => void;

export function createViewStore(newId: () => string, onChange: OnChange): ViewStore {
  const piles = new Map<string, OpenView[]>();
  const homes = new Map<string, OpenView>();
  const pile = (personId: string) => piles.get(personId) ?? [];
  const everything = () => [...homes.values(), ...[...piles.values()].flat()];
  const newViewId = () => `V${newId().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
  const isTaken = ({ external_id: name }: ViewContent, own?: string) =>
    everything().some(({ id, content }) => name && content.external_id === name && id !== own);

  const create = (personId: string, content: ViewContent, below?: OpenView): OpenView => {
    const id = newViewId();
    return {
      id,
      personId,
      hash: newId(),
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      content,
    };
  };
  const rewrite = (view: OpenView, content: ViewContent): OpenView => {
    Object.assign(view, { content, hash: newId() });
    onChange(view.personId, content.type);
    return view;
  };

  return {
    push(personId, content) {
      const below = pile(personId);
      if (below.length >= longestPile) return 'push_limit_reached';
      if (isTaken(content)) return 'duplicate_external_id';
      const view = create(personId, content, below.at(-1));
      piles.set(personId, [...below, view]);
      onChange(personId, 'modal');
      return view;
    },
    update({ id, externalId, hash }, content) {
      const view = everything().find((one) =>
        id ? one.id === id : externalId && one.content.external_id === externalId,
      );
      if (!view) return 'not_found';
      if (hash && hash !== view.hash) return 'hash_conflict';
      if (isTaken(content, view.id)) return 'duplicate_external_id';
      return rewrite(view, content);
    },
    publishHome(personId, content, hash) {
      const home = homes.get(personId) ?? create(personId, content);
      if (hash && hash !== home.hash) return 'hash_conflict';
      homes.set(personId, home);
      return rewrite(home, content);
    },
    close(personId, all) {
      const open = pile(personId);
      const kept = all ? 0 : Math.max(0, open.length - 1);
      piles.set(personId, open.slice(0, kept));
      const gone = open.slice(kept).reverse();
      if (gone.length > 0) onChange(personId, 'modal');
      return gone;
    },
    find: (id) => everything().find((view) => view.id === id),
    pile,
    home: (personId) => homes.get(personId),
  };
}
