import { describe, expect, it } from 'vitest';
import type { MessageBlock } from '../../src/command.ts';
import { summariseTopic } from '../../src/evidence/summarise-topic.ts';
import { phoneHeight } from '../../src/views/phone-height.ts';
import { topicSummaryPages } from '../../src/views/topic-summary.ts';
import { aClaim, aReview, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

function pagesOf(contents = fixtureContents()) {
  const knowledge = fixtureKnowledge(contents);
  const topic = knowledge.topics[0];
  if (!topic) throw new Error('the fixture has a topic');
  return topicSummaryPages(summariseTopic(topic, knowledge), knowledge);
}

const phone = { screenHeight: 844 };

const textOf = (blocks: readonly MessageBlock[]) => JSON.stringify(blocks);
const manyClaims = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    aClaim({
      id: `alpha-${i}`,
      subtopic: i % 2 === 0 ? 'dose' : 'effect',
      statement: `Statement number ${i}. ${'word '.repeat(30)}`,
      locator: `Table ${i}`,
    }),
  );

describe('a summary', () => {
  it('shows every statement of its topic exactly once, over as many pages as it needs', () => {
    const pages = pagesOf(fixtureContents({ claims: manyClaims(41) }));
    expect(pages.length).toBeGreaterThan(3);
    const shown = pages.flatMap((page) =>
      [...textOf(page).matchAll(/Statement number (\d+)\./g)].map(([, n]) => n),
    );
    const buttons = pages.flatMap((page) =>
      [...textOf(page).matchAll(/"value":"(alpha-\d+)"/g)].map(([, id]) => id),
    );
    expect(new Set(shown).size).toBe(41);
    expect(new Set(buttons).size).toBe(41);
    expect(buttons).toHaveLength(41);
  });

  it('offers the next page on every page but the last', () => {
    const pages = pagesOf(fixtureContents({ claims: manyClaims(41) }));
    const more = pages.map(
      (page) =>
        /"value":"radiotherapy (\d+)","action_id":"imt.more"|"action_id":"imt.more","value":"radiotherapy (\d+)"/
          .exec(textOf(page))
          ?.slice(1)
          .find(Boolean) ?? null,
    );
    expect(more).toEqual([...pages.slice(1).map((_, i) => String(i + 2)), null]);
  });

  it('says on every page which knowledge base it is from and that no clinician has reviewed it', () => {
    // Each page can be shared by itself.
    const pages = pagesOf(fixtureContents({ claims: manyClaims(41) }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages)
      expect(textOf(page)).toMatch(
        /knowledge base \d{4}-\d\d-\d\d \([0-9a-f]{7}\) · _extracted from publications/,
      );
  });

  it('numbers its pages in words from the second on', () => {
    const pages = pagesOf(fixtureContents({ claims: manyClaims(41) }));
    expect(textOf(pages[0] ?? [])).toContain('"text":"Radiotherapy in IMT"');
    expect(textOf(pages[1] ?? [])).toContain(`"text":"Radiotherapy in IMT, page 2 of ${pages.length}"`);
  });

  it('repeats the heading where a page breaks a group', () => {
    const pages = pagesOf(fixtureContents({ claims: manyClaims(41) }));
    expect(textOf(pages[1] ?? [])).toContain('*Dose* (continued)');
  });

  it('gives a statement the number of its source line, on the same page', () => {
    const [page = []] = pagesOf();
    expect(textOf(page)).toContain('• Made-up statement for a test. ¹');
    expect(textOf(page)).toContain(
      '¹ Alpha 2001, Table 1 · case report · n = 1 · same tumour · <https://doi.org/10.1000/alpha|doi:10.1000/alpha>"',
    );
  });

  it('says once, above, that nothing was reviewed; as soon as something was, each source line says its own', () => {
    const other = aClaim({ id: 'alpha-two', locator: 'Table 2' });
    const [none = []] = pagesOf(fixtureContents({ claims: [aClaim(), other] }));
    expect(textOf(none).match(/not reviewed by a clinician/g)).toHaveLength(1);
    const [some = []] = pagesOf(fixtureContents({ claims: [aClaim({ review: aReview() }), other] }));
    expect(textOf(some)).toMatch(/Alpha 2001, Table 1 [^\\]*reviewed by A\. Reviewer on 2 November 2026/);
    expect(textOf(some)).toMatch(/Alpha 2001, Table 2 [^\\"]*not reviewed by a clinician/);
  });

  it('says once under its sources for which of them the place in the publication is not known', () => {
    const unplaced = { locator: 'place not recorded' };
    const claims = [
      aClaim(),
      aClaim({ id: 'alpha-two', n: 2, ...unplaced }),
      aClaim({ id: 'alpha-three', n: 3, ...unplaced }),
    ];
    const [some = []] = pagesOf(fixtureContents({ claims }));
    expect(textOf(some)).toContain('² Alpha 2001 · case report · n = 2');
    expect(textOf(some).match(/not recorded/g)).toHaveLength(1);
    expect(textOf(some)).toContain('\\nPlace in the publication not recorded: ¹ ²');
    const [all = []] = pagesOf(fixtureContents({ claims: claims.slice(1) }));
    expect(textOf(all)).toContain('\\nPlace in the publication not recorded for any of these"');
  });

  it('uses one number for statements that stand at the same place', () => {
    const [page = []] = pagesOf(
      fixtureContents({ claims: [aClaim(), aClaim({ id: 'alpha-two', statement: 'Second.' })] }),
    );
    expect(textOf(page)).toContain('• Second. ¹');
  });

  it('says whose finding a statement is', () => {
    const claims = [
      aClaim({ basis: 'cited', citedReferences: [11, 12] }),
      aClaim({ id: 'alpha-two', basis: 'opinion', evidenceLevel: 'E' }),
    ];
    const [page = []] = pagesOf(fixtureContents({ claims }));
    expect(textOf(page)).toContain('Alpha 2001, Table 1 · as cited there (its refs 11, 12)');
    expect(textOf(page)).toContain('authors’ view');
  });

  it('puts every caveat, misprint and retraction beside the statement that it touches', () => {
    const contents = fixtureContents({
      claims: [
        aClaim({
          caveats: [{ text: 'The unit is doubtful.' }],
          retracted: { on: '2026-01-02', reason: 'Withdrawn by the journal.' },
        }),
      ],
      misprints: [
        {
          id: 'slip',
          locator: 'Table 1',
          printed: '20',
          read: '25',
          standing: 'confirmed by the primary',
          explanation: 'The table prints 20 for 25.',
          claims: ['alpha-one'],
        },
      ],
    });
    const [page = []] = pagesOf(contents);
    const section = page.find((block) => textOf([block]).includes('Made-up statement'));
    for (const warning of [
      'The unit is doubtful.',
      'The table prints 20 for 25.',
      'Retracted on 2 January 2026: Withdrawn',
    ]) {
      expect(textOf(section ? [section] : [])).toContain(`⚠ _${warning}`);
    }
  });

  it('opens with its key figures, each with the short warning that belongs to it', () => {
    const contents = fixtureContents({
      claims: [
        aClaim({
          figures: [{ name: 'recurred', value: 5, unit: 'patients', n: 6 }],
          caveats: [{ text: 'Counts disagree between two columns.' }],
        }),
      ],
    });
    const [topic] = contents.topics.topics;
    if (topic) topic.keyFigures = [{ claim: 'alpha-one', figure: 'recurred', warning: 'Counts disagree.' }];
    const [page = []] = pagesOf(contents);
    expect(textOf(page)).toContain('*5 of 6 patients* recurred ¹\\n⚠ _Counts disagree._');
    expect(textOf(page)).toContain('⚠ _Counts disagree between two columns._');
  });

  it('gives a warning in full once a page, and points to it where it applies again', () => {
    const caveats = [{ text: 'The same doubt.' }, { text: 'Another doubt.' }];
    const contents = fixtureContents({
      claims: [aClaim({ caveats }), aClaim({ id: 'alpha-two', locator: 'Table 2', caveats })],
    });
    const text = textOf(pagesOf(contents)[0] ?? []);
    expect(text.match(/The same doubt/g)).toHaveLength(1);
    expect(text.match(/⚠ _as noted above at_ ¹/g)).toHaveLength(1);
  });

  it('names a disagreement before the statements, and points to it beside each statement that it concerns', () => {
    const contents = fixtureContents({ claims: [aClaim(), aClaim({ id: 'alpha-two' })] });
    contents.conflicts.conflicts = [
      {
        id: 'both',
        topics: ['radiotherapy'],
        title: 'It works, or not',
        sides: [
          { position: 'Works', claims: ['alpha-one'] },
          { position: 'Does not', claims: ['alpha-two'] },
        ],
        likelyReason: 'Made up.',
        review: { status: 'extracted' },
      },
    ];
    const [page = []] = pagesOf(contents);
    expect(textOf(page).match(/Statements disagree/g)).toHaveLength(3);
    expect(textOf(page).match(/It works, or not/g)).toHaveLength(2);
    expect(textOf(page)).toContain('"action_id":"imt.conflict","value":"both"');
  });

  it('lists three disagreements or more under one button, and points to them beside their statements', () => {
    const contents = fixtureContents({ claims: [aClaim(), aClaim({ id: 'alpha-two' })] });
    contents.conflicts.conflicts = ['First', 'Second', 'Third'].map((title) => ({
      id: title.toLowerCase(),
      topics: ['radiotherapy'],
      title: `${title} question`,
      sides: [
        { position: 'Works', claims: ['alpha-one'] },
        { position: 'Does not', claims: ['alpha-two'] },
      ],
      likelyReason: 'Made up.',
      review: { status: 'extracted' },
    }));
    const text = textOf(pagesOf(contents)[0] ?? []);
    expect(text).toContain('*Statements disagree* on 3 questions');
    expect(text).toContain('"action_id":"imt.conflicts","value":"radiotherapy,');
    for (const title of ['First question', 'Second question', 'Third question'])
      expect(text.match(new RegExp(title, 'g'))).toHaveLength(1);
    expect(text.match(/as noted above/g)).toHaveLength(2);
  });

  it('has on its first page what a phone shows in little more than one screen, if its first part is no longer', () => {
    const pages = pagesOf(fixtureContents({ claims: manyClaims(41) }));
    expect(phoneHeight(pages[0] ?? [])).toBeLessThan(phone.screenHeight * 1.3);
    expect(phoneHeight(pages[1] ?? [])).toBeGreaterThan(phoneHeight(pages[0] ?? []));
  });

  it('says how much was reviewed, which knowledge base it is, and that it is no advice', () => {
    const text = textOf(pagesOf()[0] ?? []);
    expect(text).toContain('not reviewed by a clinician yet');
    expect(text).toMatch(/knowledge base 2026-11-01 \([0-9a-f]{7}\)/);
    expect(text).toContain('Evidence for professionals, not advice. Not for urgent decisions.');
    const reviewed = textOf(pagesOf(fixtureContents({ claims: [aClaim({ review: aReview() })] }))[0] ?? []);
    expect(reviewed).toContain('1 of 1 reviewed by a clinician');
    expect(reviewed).toContain('reviewed by A. Reviewer on 2 November 2026');
  });
});
