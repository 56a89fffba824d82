import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sources, textFiles } from './curated-files.ts';
import { excerptsOrSkip } from './excerpts.ts';

// The text of the paper is not ours to publish, so it is no part of the repository.
const paper = new URL('../../../shared/evidence/seed-paper.txt', import.meta.url);

describe('the knowledge folder', () => {
  const runLength = 8;
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = (text: string) => {
    const all = words(text);
    return all.slice(runLength - 1).map((_, start) => all.slice(start, start + runLength).join(' '));
  };

  test('is compared in runs of eight words, whatever the case, marks and line breaks', () => {
    expect(runs('One, two—three\nfour-five six: SEVEN eight nine')).toEqual([
      'one two three four five six seven eight',
      'two three four five six seven eight nine',
    ]);
  });

  const sharedWith = (theirs: ReadonlySet<string>) => {
    const titles = sources.flatMap(({ source }) =>
      source.title === null ? [] : [words(source.title).join(' ')],
    );
    return textFiles.flatMap(({ path, text }) => {
      const untitled = titles.reduce((all, title) => all.replaceAll(title, ' '), words(text).join(' '));
      return runs(untitled)
        .filter((run) => theirs.has(run))
        .map((run) => `${path}: ${run}`);
    });
  };

  test('shares no run of eight words with the passages that statements were written from', (context) => {
    const ofPassages = new Set(excerptsOrSkip(context).flatMap(({ quote }) => runs(quote)));
    expect(ofPassages.size).toBeGreaterThan(1000);
    expect(sharedWith(ofPassages)).toEqual([]);
  });

  test('shares no run of eight words with the paper, but for titles, which are cited as they are', (context) => {
    if (!existsSync(paper)) {
      const reason = 'the text of the seed paper is not on this machine, so nothing can be compared';
      process.stderr.write(`Skipped: ${reason}.\n`);
      context.skip(reason);
    }
    const ofPaper = new Set(runs(readFileSync(paper, 'utf8')));
    expect(ofPaper.size).toBeGreaterThan(1000);
    expect(sharedWith(ofPaper)).toEqual([]);
  });
});
