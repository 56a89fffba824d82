import { describe, expect, test } from 'vitest';
import type { Claim, KnowledgeBase } from '../../../knowledge/schema.ts';
import { compareTreatments } from '../../../src/evidence/treatments/compare-treatments.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const compared = (text: string) => compareTreatments(parseTreatments(text, knowledge).treatments, knowledge);
const one = (text: string) => {
  const [first] = compared(`${text} vs ${text === 'surgery' ? 'chemotherapy' : 'surgery'}`);
  if (!first) throw new Error(`nothing for ${text}`);
  return first;
};
const drawn = (text: string) =>
  one(text).findings.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ figure, interval }) => (interval ? [`${figure.value} of ${figure.n}`] : [])),
  );
/** The base with some statements otherwise. */
function withClaims(ids: readonly string[], otherwise: Partial<Claim>): KnowledgeBase {
  const claims = new Map(knowledge.claims);
  for (const id of ids) {
    const claim = claims.get(id);
    if (!claim) throw new Error(`expected ${id}`);
    claims.set(id, { ...claim, ...otherwise });
  }
  return { ...knowledge, claims };
}

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

  test('never show a retracted statement as a harm, of a treatment or beside a finding of its source', () => {
    const ids = ['alk-inhibitor-toxicity-severe', 'desai-2025-harms'];
    const base = withClaims(ids, { retracted: { on: '2026-11-23', reason: 'made up' } });
    const { treatments } = parseTreatments('crizotinib vs entrectinib', knowledge);
    const [crizotinib, entrectinib] = compareTreatments(treatments, base);
    expect(crizotinib?.harms.map(({ id }) => id)).toEqual(['alk-inhibitor-toxicity-gut']);
    expect(crizotinib?.otherStatements.map(({ id }) => id)).toContain('alk-inhibitor-toxicity-severe');
    expect(entrectinib?.harms).toEqual([]);
    expect(entrectinib?.findings.flatMap(({ harms }) => harms)).toEqual([]);
  });
});

describe('a figure that names no treatment', () => {
  const figures = (text: string, id: string) =>
    one(text)
      .findings.find(({ claim }) => claim.id === id)
      ?.outcomes.map(({ figure }) => figure.name);

  test('is of the one treatment that its statement names', () => {
    expect(figures('crizotinib', 'create-2021-pfs')).toHaveLength(2);
    expect(figures('entrectinib', 'desai-2025-response')).toHaveLength(2);
  });

  test('is credited to none of several: the finding stands in words', () => {
    for (const text of ['crizotinib', 'ceritinib', 'ALK inhibitors'])
      expect(figures(text, 'guo-2024-row-chennouf-2017'), text).toEqual([]);
    expect(figures('subtotal resection', 'guo-2024-row-gabel-2015')).toEqual([]);
    const create = knowledge.claims.get('create-2021-response');
    if (!create) throw new Error('expected the claim');
    const base = withClaims([create.id], {
      statement: 'After methotrexate 66.7% responded to crizotinib.',
      figures: create.figures.map((figure) => ({ ...figure, name: 'responded' })),
    });
    const { treatments } = parseTreatments('crizotinib vs methotrexate', knowledge);
    for (const { treatment, findings } of compareTreatments(treatments, base))
      expect(findings.find(({ claim }) => claim.id === create.id)?.outcomes, treatment.label).toEqual([]);
  });
});

describe('the disagreements of a compared treatment', () => {
  const titles = (text: string) => [
    ...new Set(one(text).findings.flatMap(({ conflicts }) => conflicts.map(({ title }) => title))),
  ];

  test('are about it, not about what else was done to the same patient', () => {
    expect(titles('crizotinib')).toEqual([
      'Response in CREATE, 50% or 66.7%?',
      'How many respond to crizotinib, 12 of 30 or 67 to 86%?',
    ]);
    expect(titles('ceritinib')).toEqual([]);
    expect(titles('radiotherapy')).not.toContain('Do steroids and NSAIDs help?');
    expect(titles('radiotherapy')).toContain('Was 54 Gy a high dose, and the first?');
  });

  test('are also those about a figure that names it, and about the course that its figures tell', () => {
    expect(titles('cisplatin')).toEqual(['Progression-free for 47 months or for more than 5 years?']);
    expect(titles('surgery').join()).toContain('How often does IMT spread');
  });
});
