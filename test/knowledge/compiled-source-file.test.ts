import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SourceFile } from '../../knowledge/schema.ts';
import { compiledSourceFile } from '../../src/knowledge/compiled-source-file.ts';
import { readFiles } from '../../src/knowledge/read-files.ts';

const compiled = compiledSourceFile();
const contents = readFiles(new URL('../../knowledge/', import.meta.url))
  .filter(({ path }) => path.startsWith('sources/'))
  .map(({ text }) => load(text) as z.input<typeof SourceFile>);
const wrong = [null, ' ', 'Wrong', -1, 0.5, Number.NaN, [], [null], { more: 1 }];

/** A file with every kind of entry, and of each kind the longest one. */
function richFile() {
  const longest = <T>(entries: (T[] | undefined)[]) =>
    entries.flatMap((some) => some ?? []).sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  const [any] = contents;
  return {
    ...any,
    claims: [longest(contents.map(({ claims }) => claims))],
    cases: [longest(contents.map(({ cases }) => cases))],
    misprints: [longest(contents.map(({ misprints }) => misprints))],
    leftOut: [longest(contents.map(({ leftOut }) => leftOut))],
  };
}

const lengthOf = (entry: unknown) => JSON.stringify(entry).length;

/** What the file becomes when one place of it is another: each place in turn, and one more key in each mapping. */
function* altered(content: unknown): Generator<unknown> {
  for (const value of wrong) yield value;
  if (Array.isArray(content)) {
    for (const [at, part] of content.entries())
      for (const other of altered(part)) yield content.with(at, other);
  } else if (typeof content === 'object' && content !== null) {
    yield { ...content, more: 1 };
    for (const [key, part] of Object.entries(content)) {
      const { [key]: _, ...without } = content as Record<string, unknown>;
      yield without;
      for (const other of altered(part)) yield { ...content, [key]: other };
    }
  }
}

/** What was read, or every mistake that was told. */
const outcome = ({ data, error }: z.ZodSafeParseResult<unknown>) => ({ data, issues: error?.issues });

describe('the compiled schema of a source file', () => {
  it('leaves no part of it to the slow way', () => {
    expect(() => z.compile(SourceFile, { strict: true })).not.toThrow();
    expect(compiled).not.toBe(SourceFile);
  });

  it('reads every file as the schema itself does', () => {
    expect(contents.length).toBeGreaterThan(100);
    for (const content of contents) expect(compiled.parse(content)).toStrictEqual(SourceFile.parse(content));
  });

  it('takes and refuses the same as the schema, with the same mistakes, wherever a file is altered', () => {
    const told = { taken: 0, refused: 0 };
    for (const other of altered(richFile())) {
      const [quick, slow] = [compiled.safeParse(other), SourceFile.safeParse(other)];
      told[slow.success ? 'taken' : 'refused'] += 1;
      if (!isDeepStrictEqual(outcome(quick), outcome(slow)))
        expect(outcome(quick)).toStrictEqual(outcome(slow));
    }
    expect(told.taken).toBeGreaterThan(100);
    expect(told.refused).toBeGreaterThan(1000);
  });
});
