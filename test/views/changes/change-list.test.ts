import type { SectionBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { changeListPages } from '../../../src/views/changes/change-list.ts';
import { fixtureContents, fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const content = '0123456789ab';
const withdrawn = (source: string, on: string) => [
  { did: 'added' as const, on: '2026-01-01', source, content },
  { did: 'withdrawn' as const, on, because: 'Said twice.' },
];

function linesOf(statements: Record<string, ReturnType<typeof withdrawn>>): string[] {
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
