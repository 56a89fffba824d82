import { describe, expect, test } from 'vitest';
import { compareTreatments } from '../../../src/evidence/treatments/compare-treatments.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const compared = (text: string) => compareTreatments(parseTreatments(text, knowledge).treatments, knowledge);
const one = (text: string) => {
  const [first] = compared(`${text} vs surgery`);
  if (!first) throw new Error(`nothing for ${text}`);
  return first;
};
const drawn = (text: string) =>
  one(text).findings.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ figure, interval }) => (interval ? [`${figure.value} of ${figure.n}`] : [])),
  );

describe('treatments side by side', () => {
  test('stand in the order asked, whatever their figures', () => {
    const names = (text: string) => compared(text).map(({ treatment }) => treatment.label);
    expect(names('radiotherapy vs chemo')).toEqual(['Radiotherapy', 'Chemotherapy']);
    expect(names('chemo vs radiotherapy')).toEqual(['Chemotherapy', 'Radiotherapy']);
  });

  test('have an interval only where events and n are printed', () => {
    expect(drawn('chemotherapy')).toEqual(['10 of 21', '7 of 13', '3 of 4', '1 of 2']);
    const create = one('crizotinib').findings.find(({ claim }) => claim.id === 'create-2021-response');
    expect(create?.outcomes.map(({ figure, interval }) => [figure.value, interval])).toEqual([
      [66.7, null],
      [14.3, null],
    ]);
  });

  test('count no response to another drug as their own', () => {
    expect(drawn('crizotinib')).toEqual(['5 of 7', '12 of 30']);
    expect(drawn('ceritinib')).toEqual(['7 of 10', '2 of 2']);
  });

  test('show the same tumour before another, and a count of several patients before single ones', () => {
    for (const text of ['radiotherapy', 'targeted therapy', 'steroids']) {
      const isOther = one(text).findings.map(({ claim }) => ['sts', 'other'].includes(claim.tumour));
      expect(isOther, text).toEqual(isOther.toSorted());
    }
    const ids = one('radiotherapy').findings.map(({ claim }) => claim.id);
    expect(ids.indexOf('guo-2024-lee-2006-recurrence')).toBeLessThan(ids.indexOf('bagri-2014-outcome'));
  });

  test('show control counted in more patients before that in fewer, so that no failure hides', () => {
    const counted = one('radiotherapy').findings.filter(
      ({ claim, outcomes }) =>
        ['imt', 'eims'].includes(claim.tumour) &&
        outcomes[0]?.figure.measure === 'control' &&
        outcomes.some(({ figure }) => figure.unit === 'patients' && (figure.n ?? 0) > 1),
    );
    const patients = counted.map(({ claim }) => claim.n ?? 0);
    expect(new Set(patients).size).toBeGreaterThan(1);
    expect(patients).toEqual(patients.toSorted((a, b) => b - a));
  });

  test('leave nothing of the topic out: a finding, or another statement', () => {
    const { findings, otherStatements } = one('radiotherapy');
    const held = [...knowledge.claims.values()].filter(({ topic }) => topic === 'radiotherapy');
    const shown = [...findings.map(({ claim }) => claim.id), ...otherStatements.map(({ id }) => id)];
    expect(shown.toSorted()).toEqual(held.map(({ id }) => id).toSorted());
  });

  test('without any finding are still there, empty', () => {
    expect(one('pembrolizumab')).toMatchObject({ findings: [], otherStatements: [] });
  });

  test('bring the harms told of them or of their class, and those that a source saw beside its own findings', () => {
    expect(one('crizotinib').harms.map(({ id }) => id)).toContain('alk-inhibitor-toxicity-severe');
    const entrectinib = one('entrectinib').findings.find(({ claim }) => claim.id === 'desai-2025-response');
    expect(entrectinib?.harms.map(({ id }) => id)).toEqual(['desai-2025-harms']);
    const cited = one('radiotherapy').findings.filter(({ claim }) => claim.basis === 'cited');
    expect(cited.flatMap(({ harms }) => harms)).toEqual([]);
  });

  test('never show a retracted statement as a finding', () => {
    const [id, claim] = [...knowledge.claims].find(([key]) => key === 'baldi-2020-mtx-v') ?? [];
    if (!id || !claim) throw new Error('expected the claim');
    const claims = new Map(knowledge.claims).set(id, {
      ...claim,
      retracted: { on: '2026-11-23', reason: 'made up' },
    });
    const { treatments } = parseTreatments('chemotherapy vs surgery', knowledge);
    const [chemotherapy] = compareTreatments(treatments, { ...knowledge, claims });
    expect(chemotherapy?.findings.map((finding) => finding.claim.id)).not.toContain(id);
    expect(chemotherapy?.otherStatements.map((other) => other.id)).toContain(id);
  });
});
