import { describe, expect, it } from 'vitest';
import { aClaim, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';
import { readerApp } from '../support/reader-app.ts';
import { carriedBy } from '../support/shown-answer.ts';

const day = 86_400_000;
const on = (daysAgo: number) => new Date(Date.now() - daysAgo * day).toISOString().slice(0, 10);
const source = 'alpha';
const content = '0123456789ab';

function contents() {
  const claims = [
    aClaim({ statement: 'The statement that stands now.' }),
    aClaim({ id: 'alpha-retracted', retracted: { on: on(3), reason: 'The paper was retracted.' } }),
    ...Array.from({ length: 30 }, (_, i) => aClaim({ id: `alpha-many-${i}` })),
  ];
  const many = Object.fromEntries(
    claims.map(({ id }) => [id, [{ did: 'added' as const, on: on(40), source, content }]]),
  );
  const sources = Array.from({ length: 30 }, (_, i) => [
    `gone-of-source-${i}`,
    [
      { did: 'added' as const, on: on(60), source: `beta-${i}`, content },
      { did: 'withdrawn' as const, on: on(5), because: `Reason number ${i}.` },
    ],
  ]);
  const added = { did: 'added' as const, on: on(200), source, content };
  const standing = fixtureKnowledge(fixtureContents({ claims })).claims.get('alpha-one')?.contentHash ?? '';
  return {
    ...fixtureContents({ claims }),
    published: {
      statements: {
        ...many,
        ...Object.fromEntries(sources),
        'alpha-one': [
          added,
          { did: 'changed' as const, on: on(4), content: standing, because: 'A <figure> was misread.' },
        ],
        'alpha-older': [
          added,
          { did: 'replaced' as const, on: on(10), by: 'alpha-old', because: 'Split in two.' },
        ],
        'alpha-old': [
          added,
          { did: 'replaced' as const, on: on(9), by: 'alpha-one', because: 'Said twice.' },
        ],
        'alpha-gone': [added, { did: 'withdrawn' as const, on: on(8), because: 'Counted other tumours.' }],
      },
    },
  };
}

const reader = readerApp('/imt', fixtureKnowledge(contents()));
const { typed, answer } = reader;

async function opened(actionId: string, value: string): Promise<string> {
  await reader.app.press({ action_id: actionId, value });
  return (await reader.opened()).written;
}

describe('a board member who asks what changed', () => {
  it('reads the last 90 days privately, by publication, with the reasons and the version on top', async () => {
    const { visibility, written } = await typed('changes');
    expect(visibility).toBe('ephemeral');
    expect(written).toMatch(/knowledge base 2026-11-01 \([0-9a-f]{7}\)/);
    expect(written).toContain('31 added, 1 changed, 2 replaced, 31 withdrawn');
    expect(written).toContain('changed: The statement that stands now.');
    expect(written).toContain('A &lt;figure&gt; was misread.');
  });

  it('pages through all of it, nothing twice and nothing lost', async () => {
    const pages = [await typed('changes 365 days')];
    for (;;) {
      const { written } = pages.at(-1) ?? { written: '' };
      if (!written.includes('imt.more-changes')) break;
      await reader.app.press({
        action_id: 'imt.more-changes',
        value: carriedBy('imt.more-changes', written),
      });
      pages.push(await answer());
    }
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every(({ blocks }) => blocks.length <= 50)).toBe(true);
    const all = pages.map(({ written }) => written).join('');
    for (let i = 0; i < 30; i += 1) expect(all.split(`Reason number ${i}.`)).toHaveLength(2);
  });

  it('opens what was added of one publication', async () => {
    let { written } = await typed('changes');
    while (!written.includes('imt.added-statements')) {
      const value = carriedBy('imt.more-changes', written);
      await reader.app.press({ action_id: 'imt.more-changes', value });
      written = (await answer()).written;
    }
    const value = carriedBy('imt.added-statements', written);
    expect(await opened('imt.added-statements', value)).toContain('Added statements');
  });

  it('names a day, which the guard takes for no patient’s', async () => {
    const { written } = await typed(`changes since ${on(7)}`);
    expect(written).toContain('*Statements:* 1 changed, 30 withdrawn');
    expect(written).not.toContain('Counted other tumours.');
    expect((await typed(`changes since ${on(1)}`)).written).toContain('Nothing changed since then.');
  });

  it('is told that statements differ from the list while a curator has not entered them', async () => {
    expect((await typed('changes 1 day')).written).toMatch(/\d+ statements differ from this list/);
  });

  it.each(['changes since last summer', 'changes since 2026-02-31', 'changes 2199-01-01'])(
    'is told what to write: %s',
    async (text) => {
      const { text: said } = await typed(text);
      expect(said).toMatch(/\/imt changes|looks like a/);
    },
  );

  it('asks a question that begins with the word, and is no list of changes', async () => {
    expect((await typed('changes of the liver with crizotinib')).text).not.toContain('What changed');
  });

  it('still has a day of birth refused behind other words', async () => {
    expect((await typed('changes in a man born on 1950-03-02')).text).toMatch(/date of birth/);
  });
});

describe('a button of an old message', () => {
  it('opens the statement that took the place of the one it named, through every step, and says so', async () => {
    const view = await opened('imt.source', 'alpha-older');
    expect(view).toContain('was replaced on');
    expect(view).toContain('Split in two.');
    expect(view).toContain('The statement that stands now.');
  });

  it('says why a statement was withdrawn, and shows nothing of it', async () => {
    const view = await opened('imt.source', 'alpha-gone');
    expect(view).toContain('was withdrawn on');
    expect(view).toContain('Counted other tumours.');
    expect(view).not.toContain('Made-up statement');
  });

  it('shows a retracted statement with its retraction', async () => {
    expect(await opened('imt.source', 'alpha-retracted')).toContain('The paper was retracted.');
  });

  it('answers an id that never was with what to write', async () => {
    await reader.app.press({ action_id: 'imt.source', value: 'never-was' });
    expect((await answer()).text).toContain('/imt help');
  });
});
