import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AlphaBetaFile } from '../../knowledge/alpha-beta-schema.ts';
import { AbstentionFile } from '../../knowledge/question-schema.ts';
import {
  CaseSitesFile,
  ConflictsFile,
  type KnowledgeBase,
  PublishedFile,
  TopicsFile,
  VocabularyFile,
} from '../../knowledge/schema.ts';
import { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import { checkPublished } from './check-published.ts';
import { checkReferences } from './check-references.ts';
import { checkReviews } from './check-reviews.ts';
import type { Checked } from './checked-files.ts';
import { compiledSourceFile } from './compiled-source-file.ts';
import { isDraft } from './is-draft.ts';
import { loadedCase, loadedClaim, loadedTemplate } from './loaded-entry.ts';
import { parseFile } from './parse-file.ts';
import { parsedAhead } from './parsed-ahead.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import type { KnowledgeFile } from './read-files.ts';

/** Checks all files together; throws {@link KnowledgeError} with every mistake, or returns the whole base. */
export function buildKnowledge(files: readonly KnowledgeFile[]): KnowledgeBase {
  const problems: Problem[] = [];
  const ahead = parsedAhead();

  const read = <S extends z.ZodType>(file: KnowledgeFile, schema: S): Checked<z.output<S>> | undefined => {
    const parsed = parseFile(file, schema, ahead);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      return undefined;
    }
    return { path: file.path, content: parsed.value, lineOf: parsed.lineOf };
  };
  const readOne = <S extends z.ZodType>(path: string, schema: S) => {
    const file = files.find((candidate) => candidate.path === path);
    if (file) return read(file, schema);
    problems.push({ file: path, path: '(whole file)', line: null, expected: 'expected this file to exist' });
    return undefined;
  };

  const sourceFiles = files.filter((file) => file.path.startsWith('sources/'));
  const drafts = new Set(sourceFiles.filter(isDraft));
  const sources = sourceFiles
    .filter((file) => !drafts.has(file))
    .map((file) => read(file, compiledSourceFile()))
    .filter((file) => file !== undefined);
  const surveillance = files
    .filter((file) => file.path.startsWith('surveillance/'))
    .map((file) => read(file, SurveillanceTemplate))
    .filter((file) => file !== undefined);
  const topics = readOne('topics.yml', TopicsFile);
  const conflicts = readOne('conflicts.yml', ConflictsFile);
  const vocabulary = readOne('vocabulary.yml', VocabularyFile);
  const caseSites = readOne('case-sites.yml', CaseSitesFile);
  const alphaBeta = readOne('alpha-beta.yml', AlphaBetaFile);
  const abstention = readOne('abstention.yml', AbstentionFile);
  const published = readOne('published.yml', PublishedFile);
  if (problems.length > 0 || !topics || !conflicts || !vocabulary || !caseSites || !alphaBeta)
    throw new KnowledgeError(problems);
  if (!abstention || !published) throw new KnowledgeError(problems);

  problems.push(...checkReferences({ sources, surveillance, topics, conflicts, vocabulary, caseSites }));
  problems.push(...checkPublished(published, sources), ...checkReviews({ sources, surveillance }));
  if (problems.length > 0) throw new KnowledgeError(problems);

  const contents = sources.map((file) => file.content);
  const { concepts, ...questionWords } = vocabulary.content;
  return {
    version: {
      hash: versionHash(files.filter((file) => !drafts.has(file))),
      date: newestDate(contents.map(({ source }) => source.curatedOn)),
    },
    sources: new Map(contents.map(({ source }) => [source.id, source])),
    claims: new Map(
      contents.flatMap(({ source, claims }) =>
        claims.map((claim) => [claim.id, loadedClaim(claim, source.id)]),
      ),
    ),
    cases: new Map(
      contents.flatMap(({ source, cases }) => cases.map((one) => [one.id, loadedCase(one, source.id)])),
    ),
    published: new Map(Object.entries(published.content.statements)),
    drafts: [...drafts].map(({ path }) => path),
    misprints: contents.flatMap(({ source, misprints }) =>
      misprints.map((one) => ({ ...one, sourceId: source.id })),
    ),
    conflicts: conflicts.content.conflicts,
    topics: topics.content.topics,
    vocabulary: concepts,
    caseSites: caseSites.content.sites,
    questionWords,
    abstention: abstention.content,
    alphaBeta: alphaBeta.content,
    surveillance: surveillance.map(({ content }) => loadedTemplate(content)),
  };
}

function versionHash(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 7);
}

function newestDate(dates: readonly string[]): string {
  return dates.reduce((newest, date) => (date > newest ? date : newest), '');
}
