/** Who and what there is in the workspace; nothing of it changes while the sandbox runs. */
export interface Person {
  id: string;
  /** What the page says for `as`, and what is typed behind `@`. */
  handle: string;
  name: string;
  role: string;
  /** Looks after the knowledge base. */
  curates?: true;
}

export interface Conversation {
  id: string;
  kind: 'channel' | 'direct';
  name: string;
  /** Whose direct message with the app it is. */
  personId?: string;
}

export interface Directory {
  team: { id: string; domain: string; name: string };
  app: { id: string; botId: string; userId: string; name: string };
  people: readonly Person[];
  channel: Conversation;
  directs: readonly Conversation[];
}

export function personCalled(directory: Directory, handle: unknown): Person | undefined {
  return directory.people.find((person) => person.handle === handle);
}

/** A conversation that this person is in. */
export function conversationFor(directory: Directory, person: Person, id: unknown): Conversation | undefined {
  const direct = directFor(directory, person.id);
  return [directory.channel, direct].find((conversation) => conversation?.id === id);
}

export function directFor({ directs }: Directory, personId: string): Conversation | undefined {
  return directs.find((conversation) => conversation.personId === personId);
}
