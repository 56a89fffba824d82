import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { applyCuration } from '../evidence/curation/apply-curation.ts';
import { type Curation, nothingCurated, type ReloadOutcome } from '../evidence/curation/curation-records.ts';
import { lendIndex, readyIndex } from '../evidence/questions/ready-index.ts';
import { KnowledgeError } from './problem.ts';

/** Holds the one knowledge base that is served; whoever answers takes it once and keeps it to the end. */
export interface KnowledgeShelf {
  current(): KnowledgeBase;
  /** As the files say, without what the store adds. */
  asFiled(): KnowledgeBase;
  /** What the store says of statements, from now on and after each reload. */
  curate(curation: Curation): void;
  /** Reads everything again; one mistake, and what was served before stays. */
  reload(): ReloadOutcome;
}

/** Throws what `load` throws the first time: an app does not start without a knowledge base. */
export function createKnowledgeShelf(load: () => KnowledgeBase): KnowledgeShelf {
  let filed = load();
  let curation = nothingCurated;
  let served = serve(filed);

  /** One index for all that the store adds, built from the files: at the start once the app takes requests. */
  function serve(base: KnowledgeBase): KnowledgeBase {
    const curated = applyCuration(base, curation);
    lendIndex(base, curated);
    return curated;
  }

  return {
    current: () => served,
    asFiled: () => filed,
    curate(said) {
      curation = said;
      served = serve(filed);
    },
    reload() {
      let loaded: KnowledgeBase;
      try {
        loaded = load();
        if (loaded.version.hash === filed.version.hash) return { kind: 'unchanged', version: filed.version };
        // Whoever asks next does not wait for it.
        readyIndex(loaded);
        served = serve(loaded);
      } catch (error) {
        return { kind: 'refused', mistakes: mistakesOf(error) };
      }
      filed = loaded;
      return { kind: 'loaded', version: loaded.version };
    },
  };
}

/** Of a fault that is no mistake in a file only its kind: its text may tell of the machine. */
function mistakesOf(error: unknown): string[] {
  if (error instanceof KnowledgeError)
    return error.problems.map(
      ({ file, line, path, expected }) => `${file}${line === null ? '' : `:${line}`} ${path}: ${expected}`,
    );
  const { code, name } = error as { code?: string; name?: string };
  return [`The files of the knowledge base could not be read (${code ?? name ?? 'unknown'}).`];
}
