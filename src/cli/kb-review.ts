import type { KnowledgeBase, LoadedClaim } from '../../knowledge/schema.ts';
import { UserError } from '../errors.ts';
import { resolveClaim } from '../evidence/resolve-claim.ts';
import { samePerson } from '../evidence/same-person.ts';
import { sourceOf } from '../evidence/source-of.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import { fileOfSource } from '../knowledge/file-of-source.ts';
import { readFiles } from '../knowledge/read-files.ts';
import { replaceFile } from '../knowledge/replace-file.ts';
import type { KbWord } from './kb-word.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './subcommand.ts';

export const kbReview: KbWord = {
  name: 'review',
  usage: 'kb review STATEMENT-ID --by "NAME"  (or SOURCE-KEY --by "NAME" --all)',
  does: 'records in its file that a clinician has read a statement against its publication and approves it',
  async run({ arguments: words, json, print, now }, folder) {
    const options = { by: { type: 'string' }, all: { type: 'boolean' } } as const;
    const { values, positionals } = parseOptions(words, options);
    const [id, ...others] = positionals;
    const by = values.by?.trim() ?? '';
    if (id === undefined || others.length > 0) throw new UsageError('"kb review" takes one id.');
    if (!/\p{L}{2}/u.test(by))
      throw new UsageError('"kb review" needs the name of who reviewed it, as --by "Ada Byrne".');

    const files = readFiles(folder);
    const knowledge = buildKnowledge(files);
    const claims = claimsOf(id, values.all === true, knowledge);
    for (const claim of claims) refuseAuthor(claim, by, knowledge);

    const [first] = claims;
    const file = first && fileOfSource(first.sourceId, files);
    if (!first || !file) throw new Error(`no file was found for ${id}`);
    // Imported only here: no other subcommand writes into a file that a person laid out.
    const { recordReview } = await import('../knowledge/record-review.ts');
    const on = now().toISOString().slice(0, 10);
    const text = claims.reduce(
      (before, claim) => recordReview(before, claim.id, { by, on, content: claim.contentHash }),
      file.text,
    );
    // What is written has passed the same check as at start.
    buildKnowledge(files.map((one) => (one === file ? { ...file, text } : one)));
    replaceFile({ ...file, text }, folder);

    const source = sourceOf(first, knowledge);
    if (json) return print(JSON.stringify({ file: file.path, by, on, reviewed: claims.map(({ id }) => id) }));
    print(`Recorded in knowledge/${file.path}: reviewed by ${by} on ${on}.`);
    for (const claim of claims) print(`  ${lineOf(claim)}`);
    if (claims.some(({ writtenBy }) => writtenBy === null) && source.writtenBy === null)
      print('No person wrote this entry: software extracted it, so this review is the first human reading.');
  },
};

function claimsOf(id: string, all: boolean, knowledge: KnowledgeBase): LoadedClaim[] {
  if (knowledge.sources.has(id)) {
    const claims = [...knowledge.claims.values()].filter(({ sourceId }) => sourceId === id);
    const standing = claims.filter(({ retracted }) => retracted === null);
    if (standing.length === 0)
      throw new UserError(`No statement of ${id} stands: there is nothing to review.`);
    if (all) return standing;
    throw new UserError(
      `${id} is a publication. Its statements, ${standing.length} in all:\n${standing.map((claim) => `  ${lineOf(claim)}`).join('\n')}\nName one of them; or, when you have read every one against the publication, add --all.`,
    );
  }
  const resolved = resolveClaim(id, knowledge);
  if (resolved === null)
    throw new UserError(
      `There is no statement or publication "${id}" in the knowledge base. \`npm run -s imt -- kb\` lists those that are not reviewed; of a draft nothing can be reviewed.`,
    );
  const { claim, ended } = resolved;
  if (claim === null)
    throw new UserError(`"${id}" was withdrawn on ${ended.on}: ${ended.because} It cannot be reviewed.`);
  if (ended !== null)
    throw new UserError(`"${id}" was replaced on ${ended.on}. Review "${claim.id}" in its place.`);
  if (claim.retracted !== null)
    throw new UserError(`"${id}" was retracted on ${claim.retracted.on}: it cannot be reviewed.`);
  return [claim];
}

function refuseAuthor(claim: LoadedClaim, by: string, knowledge: KnowledgeBase): void {
  const author = claim.writtenBy ?? sourceOf(claim, knowledge).writtenBy;
  if (author !== null && samePerson(author, by))
    throw new UserError(`${author} wrote "${claim.id}". Somebody else has to review it.`);
}

function lineOf({ id, statement, locator }: LoadedClaim): string {
  return `${id}: ${statement} (${locator})`;
}
