import { describe, expect, test } from 'vitest';
import { compareTreatments } from '../../../src/evidence/treatments/compare-treatments.ts';
import { keyFindings } from '../../../src/evidence/treatments/key-findings.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const words = knowledge.vocabulary.filter(({ isTreatment }) => isTreatment).flatMap(({ terms }) => terms);
const topics = knowledge.topics.filter(({ isTreatment }) => isTreatment).map(({ title }) => title);
const findingsOf = (text: string) => {
  const { treatments } = parseTreatments(
    `${text} vs ${text === 'crizotinib' ? 'surgery' : 'crizotinib'}`,
    knowledge,
  );
  return compareTreatments(treatments, knowledge)[0]?.findings ?? [];
};
const ids = (findings: ReturnType<typeof findingsOf>) => findings.map(({ claim }) => claim.id);

describe('the findings that a short list shows', () => {
  test('of crizotinib hold the lowest rate and the highest, and the contrary side', () => {
    expect(ids(keyFindings(findingsOf('crizotinib'), 3))).toEqual([
      'create-2021-response',
      'liu-2018-crizotinib',
      'onclive-2022-basis',
      'theilen-2018-crizotinib',
    ]);
  });

  test('are in the order of all, and all of them when there is room', () => {
    const all = findingsOf('Surgery');
    expect(keyFindings(all, all.length)).toEqual(all);
    const few = keyFindings(all, 2);
    expect(few).toEqual(all.filter((finding) => few.includes(finding)));
    expect(keyFindings([], 3)).toEqual([]);
  });

  test.each([...topics, ...words].filter((text) => findingsOf(text).length > 0))(
    'never leave one side of a disagreement alone, nor an extreme rate out: %s',
    (text) => {
      const all = findingsOf(text);
      for (const most of [1, 2, 3, 5]) {
        const shown = keyFindings(all, most);
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(most, all.length));
        for (const { conflicts } of shown)
          for (const { sides } of conflicts)
            for (const { claims } of sides) {
              const ofSide = ids(all).filter((id) => claims.includes(id));
              if (ofSide.length > 0)
                expect(ids(shown)).toEqual(
                  expect.arrayContaining([expect.toSatisfy((id) => ofSide.includes(id))]),
                );
            }
        const rates = (findings: typeof all) =>
          findings.flatMap(({ outcomes }) =>
            outcomes.flatMap(({ figure, interval }) =>
              figure.measure !== 'response' ? [] : (interval?.ratePercent ?? figure.value ?? []),
            ),
          );
        expect([Math.min(...rates(shown)), Math.max(...rates(shown))]).toEqual([
          Math.min(...rates(all)),
          Math.max(...rates(all)),
        ]);
      }
    },
  );
});
