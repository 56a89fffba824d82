import { describe, expect, it } from 'vitest';
import type { Directory } from '../../src/sandbox/directory.ts';
import type { NewMessage } from '../../src/sandbox/message-log.ts';
import type { ViewContent } from '../../src/sandbox/slack-shapes.ts';
import { type Change, createWorkspace } from '../../src/sandbox/workspace.ts';

const ada = { id: 'U1', handle: 'ada', name: 'Ada', role: 'a role' };
const ben = { id: 'U2', handle: 'ben', name: 'Ben', role: 'another' };
const directory: Directory = {
  team: { id: 'T1', domain: 't', name: 'T' },
  app: { id: 'A1', botId: 'B1', userId: 'UAPP', name: 'App' },
  people: [ada, ben],
  channel: { id: 'C1', kind: 'channel', name: 'board' },
  directs: [
    { id: 'D1', kind: 'direct', name: 'directmessage', personId: 'U1' },
    { id: 'D2', kind: 'direct', name: 'directmessage', personId: 'U2' },
  ],
};

function newWorkspace() {
  let ids = 0;
  const changes: Change[] = [];
  const workspace = createWorkspace(directory, {
    now: () => new Date('2026-11-23T09:00:00Z'),
    newId: () => `id${++ids}`,
  });
  workspace.watch((change) => changes.push(change));
  return { workspace, changes };
}

const said = (text: string, conversationId = 'C1', visibleTo: string | null = null): NewMessage => ({
  text,
  conversationId,
  visibleTo,
  blocks: [],
  author: { kind: 'app', userId: 'UAPP' },
});
const dialog = (externalId?: string): ViewContent => ({
  type: 'modal',
  blocks: [],
  title: { text: 'Dialog' },
  ...(externalId ? { external_id: externalId } : {}),
});

describe('a message', () => {
  it('is seen by the members of its conversation, and when private by its one person', () => {
    const { workspace } = newWorkspace();
    for (const message of [said('all'), said('ada alone', 'C1', 'U1'), said('with ben', 'D2')])
      workspace.messages.add(message);
    const seen = (person: typeof ada) => workspace.visibleMessages(person).map(({ text }) => text);
    expect(seen(ada)).toEqual(['all', 'ada alone']);
    expect(seen(ben)).toEqual(['all', 'with ben']);
  });

  it('keeps its place when its content is replaced, and says that it was edited', () => {
    const { workspace } = newWorkspace();
    const [first] = ['one', 'two'].map((text) => workspace.messages.add(said(text)));
    workspace.messages.replace(first?.ts ?? '', { text: 'new', blocks: [] });
    expect(workspace.messages.all()).toMatchObject([
      { text: 'new', edited: true },
      { text: 'two', edited: false },
    ]);
  });

  it('has a name of its own even within one second', () => {
    const { workspace } = newWorkspace();
    const names = Array.from({ length: 50 }, () => workspace.messages.add(said('x')).ts);
    expect(new Set(names).size).toBe(50);
  });
});

describe('a pile of dialogs', () => {
  it('holds three, and closes from the top', () => {
    const { workspace, changes } = newWorkspace();
    const [first, second] = [1, 2, 3].map(() => workspace.views.push('U1', dialog()));
    expect(workspace.views.push('U1', dialog())).toBe('push_limit_reached');
    expect(second).toMatchObject({
      rootId: (first as { id: string }).id,
      previousId: (first as { id: string }).id,
    });
    workspace.views.close('U1', false);
    expect(workspace.views.pile('U1')).toEqual([first, second]);
    expect(workspace.views.pile('U2')).toEqual([]);
    expect(changes.every((change) => change.kind === 'dialogs' && change.personId === 'U1')).toBe(true);
  });

  it('refuses an update that was made from an older state, and one of what is closed', () => {
    const { workspace } = newWorkspace();
    const view = workspace.views.push('U1', dialog()) as { id: string; hash: string };
    const oldHash = view.hash;
    workspace.views.update({ id: view.id }, dialog());
    expect(workspace.views.update({ id: view.id, hash: oldHash }, dialog())).toBe('hash_conflict');
    workspace.views.close('U1', true);
    expect(workspace.views.update({ id: view.id }, dialog())).toBe('not_found');
  });

  it('lends an external id once, until it is closed', () => {
    const { workspace } = newWorkspace();
    workspace.views.push('U1', dialog('mine'));
    expect(workspace.views.push('U2', dialog('mine'))).toBe('duplicate_external_id');
    expect(workspace.views.update({ externalId: 'mine' }, dialog('mine'))).toMatchObject({ personId: 'U1' });
    workspace.views.close('U1', true);
    expect(workspace.views.push('U2', dialog('mine'))).toMatchObject({ personId: 'U2' });
  });
});
