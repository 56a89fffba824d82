import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordReview } from '../../src/knowledge/record-review.ts';

const review = { by: 'Ada "A." Byrne', on: '2026-11-23', content: '012345678901' };

function changedLines(before: string, after: string) {
  const had = before.split('\n');
  return after.split('\n').filter((line) => !had.includes(line));
}

describe('a review that is recorded in a file', () => {
  const flow = `# A comment at the top.
claims:
  - id: one
    statement: >-
      A folded text that is
      longer than one line.
    figures:
      - { name: responded,  value: 3,   unit: patients }  # odd spaces
    review: { status: extracted } # not read yet
    reviewBy: 2027-11-23

  - id: two
    review: { status: extracted }
`;

  it('changes the line of that statement alone: comments, spaces and line breaks stay', () => {
    const after = recordReview(flow, 'one', review);
    expect(changedLines(flow, after)).toEqual([
      '    review: { status: reviewed, by: "Ada \\"A.\\" Byrne", on: 2026-11-23, content: "012345678901" } # not read yet',
    ]);
    expect(after.split('\n')).toHaveLength(flow.split('\n').length);
    expect(parse(after).claims[0].review).toEqual({ status: 'reviewed', ...review });
    expect(parse(after).claims[1].review).toEqual({ status: 'extracted' });
  });

  it('takes the place of an older review', () => {
    const once = recordReview(flow, 'two', { ...review, by: 'Somebody Else' });
    expect(parse(recordReview(once, 'two', review)).claims[1].review.by).toBe(review.by);
  });

  it.each([
    '    review:\n      status: extracted # so far\n',
    '    review:\n      # why: nobody read it\n      status: extracted\n      by: null\n      on: null # no day\n',
    '    review:\n      by:\n      status: extracted\n      content: "ffffffffffff"\n      on: 2020-01-01',
  ])('keeps one that is written over several lines as it is laid out: %j', (block) => {
    const before = `claims:\n  - id: one\n${block}`;
    const after = recordReview(before, 'one', review);
    expect(parse(after).claims[0].review).toEqual({ status: 'reviewed', ...review });
    for (const comment of before.match(/#.*/g) ?? []) expect(after).toContain(comment);
  });

  it('keeps the line ends of Windows', () => {
    const after = recordReview(flow.replaceAll('\n', '\r\n'), 'two', review);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    const block = 'claims:\r\n  - id: one\r\n    review:\r\n      status: extracted\r\n';
    expect(recordReview(block, 'one', review).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('finds a published case, and the one template of its file', () => {
    const cases = `claims: []\ncases:\n  - id: a-case\n    label: Made up\n    review: { status: extracted }\n`;
    expect(parse(recordReview(cases, 'a-case', review)).cases[0].review).toMatchObject(review);
    const template = `# Head\nid: a-template\nreview: { status: extracted }\nreviewBy: 2027-11-23\n`;
    const after = recordReview(template, 'a-template', review);
    expect(parse(after).review).toEqual({ status: 'reviewed', ...review });
    expect(changedLines(template, after)).toHaveLength(1);
  });

  it('is refused for a statement that is not in the file', () => {
    expect(() => recordReview(flow, 'three', review)).toThrow('three');
  });
});
