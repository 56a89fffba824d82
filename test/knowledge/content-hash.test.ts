import { describe, expect, it } from 'vitest';
import { Claim, PublishedCase } from '../../knowledge/schema.ts';
import { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import { hashOfCase, hashOfClaim, hashOfTemplate } from '../../src/knowledge/content-hash.ts';
import { aCase, aClaim, aTemplate } from '../support/knowledge-fixture.ts';

type Entry = Record<string, unknown>;

/** Fields of an entry whose change makes another content of it. */
function told(entry: Entry, hashOf: (entry: never) => string): string[] {
  const before = hashOf(entry as never);
  return Object.keys(entry).filter((key) => {
    const value = entry[key];
    const other = Array.isArray(value) ? [...value, { text: 'more' }] : 'something else';
    return hashOf({ ...entry, [key]: other } as never) !== before;
  });
}

/** Of every kind: the field and why a review outlives a change of it. */
const outlived = {
  statement: [
    'id',
    'topic',
    'subtopic',
    'tags',
    'asks',
    'auditFacts',
    'excerpts',
    'writtenBy',
    'review',
    'flags',
    'reviewBy',
    'retracted',
  ],
  case: ['id', 'auditFacts', 'writtenBy', 'review'],
  template: ['id', 'writtenBy', 'review', 'reviewBy'],
};

describe('what a review is of', () => {
  it.each([
    ['statement', Claim.parse(aClaim()), (entry: never) => hashOfClaim(entry, 'alpha')],
    ['case', PublishedCase.parse(aCase()), (entry: never) => hashOfCase(entry, 'alpha')],
    ['template', SurveillanceTemplate.parse(aTemplate()), hashOfTemplate],
  ] as const)('is every field of a %s that a reader is told', (kind, entry, hashOf) => {
    const fields = Object.keys(entry).filter((key) => !outlived[kind].includes(key));
    expect(told(entry, hashOf)).toEqual(fields);
  });

  it('is also the publication that says it', () => {
    const [claim, one] = [Claim.parse(aClaim()), PublishedCase.parse(aCase())];
    expect(hashOfClaim(claim, 'alpha')).not.toBe(hashOfClaim(claim, 'beta'));
    expect(hashOfCase(one, 'alpha')).not.toBe(hashOfCase(one, 'beta'));
  });

  it('does not change with the order of keys, a field left empty, or the number that its audit gave a doubt', () => {
    const one = PublishedCase.parse(aCase({ warnings: [{ text: 'Made-up doubt.' }] }));
    const turned = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
    expect(hashOfCase(turned, 'alpha')).toBe(hashOfCase(one, 'alpha'));
    const numbered = { ...one, warnings: [{ text: 'Made-up doubt.', auditProblems: ['3.5'] }] };
    expect(hashOfCase(numbered, 'alpha')).toBe(hashOfCase(one, 'alpha'));
    const gained = { ...one, alk: { ...one.alk, fieldOfLater: null, listOfLater: [] } };
    expect(hashOfCase(gained, 'alpha')).toBe(hashOfCase(one, 'alpha'));
  });
});
