import type { PageConversation, PageMessage, PageState } from '../page-state.ts';

/** Where the person looks: a conversation, or App Home. */
export type Place = 'channel' | 'direct' | 'home';

/** What the page knows. Modules read it and draw; the stream writes it. */
export const model: {
  state: PageState | undefined;
  place: Place;
  /** The thread that is written in; null for the conversation itself. */
  threadTs: string | null;
  /** The person asked for something and has not been shown what came of it. */
  awaitsAnswer: boolean;
} = {
  state: undefined,
  place: placeNamed(location.hash.slice(1)) ?? 'channel',
  threadTs: null,
  awaitsAnswer: false,
};

export function placeNamed(name: string): Place | undefined {
  return (['channel', 'direct', 'home'] as const).find((place) => place === name);
}

export function currentConversation(): PageConversation | undefined {
  return model.state?.conversations.find(({ kind }) => kind === model.place);
}

export function placeOfMessage({ conversationId }: PageMessage): Place | undefined {
  return model.state?.conversations.find(({ id }) => id === conversationId)?.kind;
}

/** How many messages wait for a person in a place that they share with the app, or all with each other. */
export function unreadIn(place: Place): number {
  const { state } = model;
  const conversation = state?.conversations.find(({ kind }) => kind === place);
  const own = state?.unread.find(
    ({ handle, conversationId }) => handle === state.me.handle && conversationId === conversation?.id,
  );
  return own?.count ?? 0;
}

/** What somebody else has not read of what the app wrote to them alone. */
export function unreadBy(handle: string): number {
  const { state } = model;
  const shared = state?.conversations.map(({ id }) => id) ?? [];
  const own =
    state?.unread.filter((one) => one.handle === handle && !shared.includes(one.conversationId)) ?? [];
  return own.reduce((sum, { count }) => sum + count, 0);
}

/** The handle of who the person chose to be. Kept for this tab alone, so that two tabs can be two people. */
export function chosenPerson(): string {
  return sessionStorage.getItem('as') ?? '';
}
