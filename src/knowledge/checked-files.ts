import type { z } from 'zod';
import type {
  CaseSitesFile,
  ConflictsFile,
  SourceFile,
  TopicsFile,
  VocabularyFile,
} from '../../knowledge/schema.ts';
import type { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import type { LineOf } from './locate.ts';

/** A file that kept its schema, with what is needed to tell where its mistakes stand. */
export interface Checked<T> {
  path: string;
  content: T;
  lineOf: LineOf;
}

export interface CheckedFiles {
  sources: Checked<z.infer<typeof SourceFile>>[];
  surveillance: Checked<z.infer<typeof SurveillanceTemplate>>[];
  topics: Checked<z.infer<typeof TopicsFile>>;
  conflicts: Checked<z.infer<typeof ConflictsFile>>;
  vocabulary: Checked<z.infer<typeof VocabularyFile>>;
  caseSites: Checked<z.infer<typeof CaseSitesFile>>;
}
