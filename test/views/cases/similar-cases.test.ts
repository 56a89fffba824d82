import { describe, expect, test } from 'vitest';
import { findSimilarCases } from '../../../src/evidence/cases/find-similar-cases.ts';
import { parseCaseQuestion } from '../../../src/evidence/cases/parse-case-question.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { plainBlocks } from '../../../src/slack/block-kit/plain-fallback.ts';
import { validateMessage, validateView } from '../../../src/slack/block-kit/validate.ts';
import { caseOverview } from '../../../src/views/cases/case-overview.ts';
import { similarCases } from '../../../src/views/cases/similar-cases.ts';
import { statementsDialog } from '../../../src/views/statements-dialog.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));

const shown = (question: string) => {
  const asked = parseCaseQuestion(question, knowledge.caseSites);
  const found = findSimilarCases(asked, knowledge);
  return { found, blocks: similarCases(asked, found, knowledge) };
};
const sites = knowledge.caseSites.map(({ terms }) => terms[0] ?? '');
const questions = sites.flatMap((site) => [site, `age 26 ${site} ALK-negative unresected no radiotherapy`]);

describe('similar published cases', () => {
  test.each([...questions, 'ALK-positive', 'radiotherapy', 'age 49'])(
    'keep Slack’s rules, with every likest case, its source and its place: %s',
    (question) => {
      const { found, blocks } = shown(question);
      expect(validateMessage({ text: 'Similar published cases', blocks })).toEqual([]);
      expect(validateMessage({ text: 'In plain blocks', blocks: plainBlocks(blocks) })).toEqual([]);
      const view = statementsDialog('Series and cohorts', found.statements, knowledge);
      if (found.statements.length > 0) expect(validateView(view)).toEqual([]);
      const written = JSON.stringify(blocks);
      for (const { one } of [...found.cases, ...found.series.map((one) => ({ one }))]) {
        expect(written).toContain(one.label);
        expect(written).toContain(one.locator);
      }
    },
  );

  test('say how many parts match and for how many nothing is reported, and that a sparse match is sparse', () => {
    const written = JSON.stringify(shown('age 26 trachea ALK-negative unresected').blocks);
    expect(written).toContain('2 of 4 parts; 2 not reported');
    expect(written).toContain('sparse match');
    expect(written).toContain('matches age 20–29, lung and airway · not reported: ALK, extent of resection');
    expect(written).toContain('differs: age 54, subtotal resection');
    expect(JSON.stringify(shown('skull base').blocks)).not.toContain('sparse match');
  });

  test('tell a case that was operated on from an unresected one, and say by which rule', () => {
    const unresected = JSON.stringify(shown('age 26 unresected').blocks);
    expect(unresected).toMatch(/\*Chennouf 2017\*, 1 of 2 parts: [^"]*differs: Four surgical resections/);
    expect(unresected).toContain(
      'a case operated on to an extent that is not printed differs from unresected, matches resected, and is not reported for complete or incomplete',
    );
    expect(JSON.stringify(shown('age 26 subtotal').blocks)).toMatch(
      /\*Chennouf 2017\*, 1 of 2 parts; 1 not reported: [^"]*not reported: extent of resection/,
    );
    expect(JSON.stringify(shown('age 26 resected').blocks)).toMatch(
      /\*Chennouf 2017\*, 2 of 2 parts: matches age 20–29, resected/,
    );
    expect(JSON.stringify(shown('age 26 ALK-negative').blocks)).not.toContain('to an extent');
  });

  test('say that none matches, and keep a series whole', () => {
    const written = JSON.stringify(shown('orbit').blocks);
    expect(written).toContain('None of 7 single published cases matches');
    expect(written).toContain('series, not compared');
    expect(written).toContain('a series of 25 patients');
  });

  test('put the doubt about a printed dose before every other warning', () => {
    const written = JSON.stringify(shown('orbit').blocks);
    expect(written).toContain('2000cGy/1F, 20 Gy at once, is implausible');
    expect(JSON.stringify(shown('skull base').blocks)).toContain('Do not use 2000cGy/10F');
  });

  test('never show the age that was typed', () => {
    expect(JSON.stringify(shown('age 27 orbit').blocks)).not.toMatch(/\b27\b/);
  });
});

test('the registry says how many cases it has, of which sources, and how to ask', () => {
  const blocks = caseOverview(knowledge, [{ text: '/imt-cases orbit', does: 'a site' }]);
  expect(validateMessage({ text: 'Published cases', blocks })).toEqual([]);
  const written = JSON.stringify(blocks);
  for (const said of [
    '7 single cases and 2 series',
    'Guo 2024',
    '/imt-cases orbit',
    'ALK-negative',
    ...sites,
  ])
    expect(written).toContain(said);
});
