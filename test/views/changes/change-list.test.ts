import type { SectionBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { changeListPages } from '../../../src/views/changes/change-list.ts';
import { type Contents, fixtureContents, fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const content = '0123456789ab';
const withdrawn = (source: string, on: string) => [
  { did: 'added' as const, on: '2026-01-01', source, content },
  { did: 'withdrawn' as const, on, because: 'Said twice.' },
];

function linesOf(statements: Contents['published']['statements']): string[] {
  const knowledge = fixtureKnowledge({ ...fixtureContents(), published: { statements } });
  const [page = []] = changeListPages('2026-02-01', knowledge);
  const sections = page.flatMap((block) => (block.type === 'section' ? [block as SectionBlock] : []));
  return sections.map(({ text }) => text?.text ?? '');
}

it('a day stands once above what was published on it, the newest day first, by the names of the publications', () => {
  const lines = linesOf({
    'one-old': withdrawn('zeta', '2026-03-01'),
    'one-new': withdrawn('zeta', '2026-03-02'),
    'two-new': withdrawn('beta', '2026-03-02'),
  });
  expect(lines.slice(1)).toEqual([
    '*2 March 2026*',
    '*beta* · withdrawn: `two-new`\n_Said twice._',
    '*zeta* · withdrawn: `one-new`\n_Said twice._',
    '*1 March 2026*',
    '*zeta* · withdrawn: `one-old`\n_Said twice._',
  ]);
});

it('a reason stands under its own change: the words of today only under the one that made them', () => {
  const standing = fixtureKnowledge().claims.get('alpha-one')?.contentHash ?? '';
  const changed = (on: string, content: string, because: string) => ({
    ...{ did: 'changed' as const, on, content, because },
  });
  const added = { did: 'added' as const, on: '2026-01-01', source: 'alpha', content };
  const lines = linesOf({
    'alpha-one': [
      added,
      changed('2026-03-01', '111111111111', 'Misread.'),
      changed('2026-03-02', '222222222222', 'Table 2 counts 5.'),
      changed('2026-03-02', standing, 'The unit.'),
    ],
  });
  expect(lines.slice(1)).toEqual([
    '*2 March 2026*',
    '*Alpha 2001* · changed: Made-up statement for a test.\n_The unit._',
    '*Alpha 2001* · changed, and once more since: `alpha-one`\n_Table 2 counts 5._',
    '*1 March 2026*',
    '*Alpha 2001* · changed, and once more since: `alpha-one`\n_Misread._',
  ]);
});

it('a change of what was replaced later is not told in the words of what took its place', () => {
  const standing = fixtureKnowledge().claims.get('alpha-one')?.contentHash ?? '';
  const added = { did: 'added' as const, on: '2026-01-01', source: 'alpha', content };
  const lines = linesOf({
    'alpha-one': [{ ...added, content: standing }],
    'alpha-old': [
      added,
      { did: 'changed', on: '2026-03-01', content: '111111111111', because: 'Misread.' },
      { did: 'replaced', on: '2026-03-02', by: 'alpha-one', because: 'Said twice.' },
    ],
  });
  expect(lines.slice(1)).toEqual([
    '*2 March 2026*',
    '*Alpha 2001* · replaced, now: Made-up statement for a test.\n_Said twice._',
    '*1 March 2026*',
    '*Alpha 2001* · changed: `alpha-old`\n_Misread._',
  ]);
});
