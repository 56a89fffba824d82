/** Writes `schema.json`, from which an editor completes and checks the YAML files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AlphaBetaFile } from './alpha-beta-schema.ts';
import { AbstentionFile } from './question-schema.ts';
import {
  CaseSitesFile,
  ConflictsFile,
  PublishedFile,
  SourceFile,
  TopicsFile,
  VocabularyFile,
} from './schema.ts';
import { SurveillanceTemplate } from './surveillance-schema.ts';

const path = new URL('schema.json', import.meta.url);

/** One JSON Schema with a definition for each kind of file: `schema.json#/$defs/SourceFile`. */
export function jsonSchemaText(): string {
  const files = {
    ...{ SourceFile, TopicsFile, ConflictsFile, VocabularyFile, CaseSitesFile },
    ...{ AlphaBetaFile, AbstentionFile, PublishedFile, SurveillanceTemplate },
  };
  const $defs = Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs }, null, 2)}\n`;
}

/** What stands in the file now. */
export function writtenSchemaText(): string {
  return readFileSync(path, 'utf8');
}

if (import.meta.main) writeFileSync(path, jsonSchemaText());
