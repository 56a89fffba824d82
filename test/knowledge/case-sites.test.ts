import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/evidence/fold-text.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));

describe('the table of sites', () => {
  test('names the printed site of each published case under the group of that case', () => {
    for (const { label, site, siteGroup } of knowledge.cases.values()) {
      const terms = knowledge.caseSites.find(({ group }) => group === siteGroup)?.terms ?? [];
      const printed = ` ${foldText(site)} `;
      expect(
        terms.some((term) => printed.includes(` ${foldText(term)} `)),
        label,
      ).toBe(true);
    }
  });

  test('has each word once', () => {
    const words = knowledge.caseSites.flatMap(({ terms }) => terms.map(foldText));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
