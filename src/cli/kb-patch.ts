import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { decidedFlag, notCarriedOver } from '../evidence/curation/carried-over.ts';
import type { Approval, DecidedClaimFlag } from '../evidence/curation/curation-records.ts';
import { findReviewedEntry } from '../evidence/curation/reviewed-entry.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import { fileOfEntry } from '../knowledge/file-of-entry.ts';
import { type KnowledgeFile, readFiles } from '../knowledge/read-files.ts';
import { replaceFile } from '../knowledge/replace-file.ts';
import { unifiedDiff } from '../knowledge/unified-diff.ts';
import type { KbWord } from './kb-word.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './subcommand.ts';

export const kbPatch: KbWord = {
  name: 'patch',
  usage: 'kb patch [--write]',
  does: 'prints what curators approved and decided in Slack as a patch for `git apply`, from the store of DATABASE_URL',
  async run({ arguments: words, json, print }, folder) {
    const { values, positionals } = parseOptions(words, { write: { type: 'boolean' } } as const);
    if (positionals.length > 0) throw new UsageError('"kb patch" takes nothing but --write and --json.');
    const { withStore } = await import('./with-store.ts');
    const { readCuration } = await import('../store/curation/read-curation.ts');
    const curation = await withStore((store) => readCuration(store.db));

    const files = readFiles(folder);
    const knowledge = buildKnowledge(files);
    const { decided, approvals } = notCarriedOver(knowledge, curation);
    const patched = await carryOver(files, knowledge, decided, approvals);
    // What is written or handed out has passed the same check as at start.
    buildKnowledge(patched);

    const changed = patched.filter((file, at) => file !== files[at]);
    if (values.write) for (const file of changed) replaceFile(file, folder);
    if (json) {
      const counts = { approvals: approvals.length, flags: decided.length, written: values.write === true };
      return print(JSON.stringify({ files: changed.map(({ path }) => path), ...counts }));
    }
    if (changed.length === 0) return print('Nothing to carry over: the files say all that was decided.');
    if (values.write) for (const { path } of changed) print(`Written: knowledge/${path}`);
    else print(diffOf(files, patched).replace(/\n$/, ''));
  },
};

async function carryOver(
  files: readonly KnowledgeFile[],
  knowledge: KnowledgeBase,
  decided: readonly DecidedClaimFlag[],
  approvals: readonly Approval[],
): Promise<KnowledgeFile[]> {
  // Imported only here: no other subcommand writes into a file that a person laid out.
  const { recordFlag } = await import('../knowledge/record-flag.ts');
  const { recordReview } = await import('../knowledge/record-review.ts');
  const patched = [...files];
  const edit = (id: string, change: (text: string) => string) => {
    const entry = findReviewedEntry(id, knowledge);
    if (!entry) throw new Error(`${id} was found a moment ago and is not loaded`);
    const file = fileOfEntry(entry, patched);
    patched[patched.indexOf(file)] = { ...file, text: change(file.text) };
  };
  for (const { entryId, by, on, contentHash: content } of approvals)
    edit(entryId, (text) => recordReview(text, entryId, { by, on, content }));
  for (const flag of decided) edit(flag.claimId, (text) => recordFlag(text, flag.claimId, decidedFlag(flag)));
  return patched;
}

function diffOf(before: readonly KnowledgeFile[], after: readonly KnowledgeFile[]): string {
  return after
    .map(({ path, text }, at) => unifiedDiff(`knowledge/${path}`, before[at]?.text ?? '', text))
    .join('');
}
