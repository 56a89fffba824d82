import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AlphaBetaFile } from '../../knowledge/alpha-beta-schema.ts';
import { compareTyped } from '../../src/dose/compare-typed.ts';
import { DoseError } from '../../src/dose/dose-error.ts';
import type { findPublishedSchedules } from '../../src/dose/published-schedules.ts';

type Cases = Parameters<typeof findPublishedSchedules>[1];

/** The project's own α/β file, checked. */
export function alphaBetaFile(): AlphaBetaFile {
  const text = readFileSync(new URL('../../knowledge/alpha-beta.yml', import.meta.url), 'utf8');
  return AlphaBetaFile.parse(parse(text));
}

/** The whole way from what is typed to the comparison, with the project's own α/β. */
export function compare(text: string, cases: Cases = []) {
  return compareTyped(text, { cases, shown: alphaBetaFile().shown }).comparison;
}

/** The refusal of a text; fails when it is not refused, or by anything but a DoseError. */
export function refusalOf(act: () => unknown): DoseError {
  try {
    const result = act();
    throw new Error(`expected a refusal, got ${JSON.stringify(result)}`);
  } catch (error) {
    if (error instanceof DoseError) return error;
    throw error;
  }
}
