import { describe, expect, it } from 'vitest';
import { claimDetails } from '../../src/views/claim-details.ts';
import { sourceDetails } from '../../src/views/source-details.ts';
import { aClaim, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

describe('the record of a source', () => {
  it('has no line for what nothing is known of', () => {
    const contents = fixtureContents();
    Object.assign(contents.source.source, {
      ...{ authorsShort: null, title: null, journal: null, year: null, doi: null },
      url: 'https://example.org/paper',
    });
    const knowledge = fixtureKnowledge(contents);
    const [source] = [...knowledge.sources.values()];
    if (!source) throw new Error('the fixture has a source');
    const lines = sourceDetails(source, knowledge).split('\n');
    expect(lines[1]).toMatch(/^Read: /);
    for (const line of lines) expect(line).toMatch(/\p{L}/u);
  });

  it('says in words that the place of a statement is not known', () => {
    const knowledge = fixtureKnowledge(
      fixtureContents({ claims: [aClaim({ locator: 'place not recorded' })] }),
    );
    const claim = knowledge.claims.get('alpha-one');
    if (!claim) throw new Error('the fixture has a claim');
    expect(JSON.stringify(claimDetails(claim, knowledge))).toContain(
      '*Where* place in the publication not recorded',
    );
  });
});
