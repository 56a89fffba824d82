import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const labels = (text: string) => parseTreatments(text, knowledge).treatments.map(({ label }) => label);

describe('treatments to compare', () => {
  test.each([
    'crizotinib vs chemotherapy vs radiotherapy',
    'Crizotinib VS. chemo versus RT',
    'crizotinib, chemotherapy or radiation',
    'crizotinib v chemotherapy; XRT',
    'crizotinib against chemotherapy, radiotherapy,',
    'crizotinib vs chemotherapy vs radiotherapy vs chemo',
  ])('are divided as people divide them: %s', (text) => {
    expect(labels(text)).toEqual(['crizotinib', 'Chemotherapy', 'Radiotherapy']);
  });

  test('keep a name that holds a separator’s letters, or a word of the setting, whole', () => {
    expect(labels('MTX/VBL vs anti-inflammatory drugs')).toEqual(['MTX/VBL', 'Steroids and NSAIDs']);
    expect(labels('steroids vs Methotrexate with a vinca alkaloid')).toEqual([
      'Steroids and NSAIDs',
      'Methotrexate with a vinca alkaloid',
    ]);
  });

  test('leave the setting behind the last one aside, and say so', () => {
    const asked = parseTreatments('crizotinib vs radiotherapy for unresectable IMT', knowledge);
    expect(asked.treatments.map(({ label }) => label)).toEqual(['crizotinib', 'Radiotherapy']);
    expect(asked.settingLeftAside).toBe(true);
    expect(parseTreatments('crizotinib vs radiotherapy', knowledge).settingLeftAside).toBe(false);
  });

  test('are refused when one is not known, without repeating it, and with the nearest', () => {
    const refused = () => labels('crizotinb vs radiotherapy');
    expect(refused).toThrow(/^The first of your treatments .* Did you mean crizotinib\?/);
    expect(() => labels('radiotherapy vs Smith')).toThrow(/^The second of(?!.*Smith)/);
    expect(refused).toThrow(UserError);
  });

  test('are two to five', () => {
    for (const text of ['crizotinib', 'chemo vs chemotherapy', ',', 'a,b,c,d,e,f', 'x'.repeat(400)])
      expect(() => labels(text)).toThrow(UserError);
    expect(labels('surgery, RT, chemo, steroids, immunotherapy')).toHaveLength(5);
  });

  test('that are one and the same here are named in the refusal', () => {
    expect(() => labels('steroids vs nsaids')).toThrow('mean the same: Steroids and NSAIDs.');
    expect(() => labels('crizotinib')).toThrow(/^A comparison needs two/);
  });

  test('are treatments: an orbit, a scan and a margin cannot be compared', () => {
    for (const text of ['orbit vs crizotinib', 'crizotinib vs CT', 'R0 vs radiotherapy'])
      expect(() => labels(text)).toThrow(UserError);
  });
});
