import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { calendarDay } from '../dates/calendar-day.ts';
import { UserError } from '../errors.ts';
import { applyCuration } from '../evidence/curation/apply-curation.ts';
import { nothingCurated } from '../evidence/curation/curation-records.ts';
import {
  findReviewedEntry,
  type ReviewedEntry,
  reviewedEntriesOf,
} from '../evidence/curation/reviewed-entry.ts';
import { resolveClaim } from '../evidence/resolve-claim.ts';
import { samePerson } from '../evidence/same-person.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import { fileOfEntry } from '../knowledge/file-of-entry.ts';
import { readFiles } from '../knowledge/read-files.ts';
import { replaceFile } from '../knowledge/replace-file.ts';
import { foundWrongText } from '../views/claim-standing.ts';
import type { KbWord } from './kb-word.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './subcommand.ts';

export const kbReview: KbWord = {
  name: 'review',
  usage: 'kb review ID --by "NAME" [--again]  (or SOURCE-KEY --by "NAME" --all)',
  does: 'records in its file that a clinician has read a statement, a published case or a template of follow-up against its publication and approves it',
  async run({ arguments: words, json, print, now }, folder) {
    const flag = { type: 'boolean' } as const;
    const options = { by: { type: 'string' }, all: flag, again: flag } as const;
    const { values, positionals } = parseOptions(words, options);
    const [id, ...others] = positionals;
    const by = values.by?.trim() ?? '';
    if (id === undefined || others.length > 0) throw new UsageError('"kb review" takes one id.');
    if (!/\p{L}{2}/u.test(by))
      throw new UsageError('"kb review" needs the name of who reviewed it, as --by "Ada Byrne".');

    const files = readFiles(folder);
    const knowledge = buildKnowledge(files);
    const named = entriesOf(id, values.all === true, knowledge);
    for (const entry of named) refuseAuthor(entry, by);
    refuseFoundWrong(named, knowledge);
    const standing = named.filter(({ review }) => review.status === 'reviewed');
    const entries = values.again ? named : named.filter((entry) => !standing.includes(entry));

    const [first] = entries;
    if (!first) throw new UserError(whoApproved(standing));
    const file = fileOfEntry(first, files);
    // Imported only here: no other subcommand writes into a file that a person laid out.
    const { recordReview } = await import('../knowledge/record-review.ts');
    const on = now().toISOString().slice(0, 10);
    const text = entries.reduce(
      (before, entry) => recordReview(before, entry.id, { by, on, content: entry.contentHash }),
      file.text,
    );
    // What is written has passed the same check as at start.
    buildKnowledge(files.map((one) => (one === file ? { ...file, text } : one)));
    replaceFile({ ...file, text }, folder);

    if (json)
      return print(JSON.stringify({ file: file.path, by, on, reviewed: entries.map(({ id }) => id) }));
    print(`Recorded in knowledge/${file.path}: reviewed by ${by} on ${on}.`);
    for (const entry of entries) print(`  ${lineOf(entry)}`);
    if (standing.length > 0)
      print(
        values.again
          ? `In place of the review by ${[...new Set(standing.map(({ review }) => review.by))].join(', ')}.`
          : `Left as reviewed before: ${standing.map(({ id, review }) => `${id} (by ${review.by})`).join(', ')}`,
      );
    if (entries.some(({ author }) => author === null))
      print('No person wrote this entry: software extracted it, so this review is the first human reading.');
  },
};

function entriesOf(id: string, all: boolean, knowledge: KnowledgeBase): ReviewedEntry[] {
  if (!knowledge.sources.has(id)) return [entryOf(id, knowledge)];
  const entries = reviewedEntriesOf(id, knowledge);
  if (entries.length === 0) throw new UserError(`Nothing of ${id} stands: there is nothing to review.`);
  if (all) return entries;
  throw new UserError(
    `${id} is a publication. Its statements and cases, ${entries.length} in all:\n${entries.map(listed).join('\n')}\nName one of them; or, when you have read every one against the publication, add --all.`,
  );
}

function entryOf(id: string, knowledge: KnowledgeBase): ReviewedEntry {
  const entry = findReviewedEntry(id, knowledge);
  if (entry === null) throw new UserError(whyNone(id, knowledge));
  const retracted = knowledge.claims.get(id)?.retracted ?? null;
  if (retracted === null) return entry;
  throw new UserError(`"${id}" was retracted on ${retracted.on}: it cannot be reviewed.`);
}

function whyNone(id: string, knowledge: KnowledgeBase): string {
  const resolved = resolveClaim(id, knowledge);
  if (resolved !== null) {
    const { claim, ended } = resolved;
    return claim === null
      ? `"${id}" was withdrawn on ${ended.on}: ${ended.because} It cannot be reviewed.`
      : `"${id}" was replaced. Review "${claim.id}" in its place.`;
  }
  const draft = knowledge.drafts.find((path) => id.startsWith(path.replace(/^.*\/|\.ya?ml$/g, '')));
  return draft === undefined
    ? `There is no statement, published case, template or publication "${id}" in the knowledge base. \`npm run -s imt -- kb review SOURCE-KEY --by "NAME"\` lists what a publication has, and \`npm run -s imt -- kb --json\` every id that is not reviewed.`
    : `knowledge/${draft} is a draft, of which nothing can be reviewed. Take out its line "draft: true" first.`;
}

function refuseAuthor({ id, author }: ReviewedEntry, by: string): void {
  if (author !== null && samePerson(author, by))
    throw new UserError(`${author} wrote "${id}". Somebody else has to review it.`);
}

/** Nobody approves what is known to be wrong. */
function refuseFoundWrong(entries: readonly ReviewedEntry[], knowledge: KnowledgeBase): void {
  const { marks } = applyCuration(knowledge, nothingCurated);
  const wrong = entries.flatMap(({ id }) => {
    const mark = marks?.get(id);
    return mark ? [`"${id}" was ${foundWrongText(mark)}.`] : [];
  });
  if (wrong.length === 0) return;
  throw new UserError(
    `${wrong.join('\n')}\nCorrect it in its file and enter the change with \`npm run -s imt -- kb publish\`; then it can be reviewed.`,
  );
}

function whoApproved(standing: readonly ReviewedEntry[]): string {
  const approved = standing.map(
    ({ id, review: { by, on } }) => `${by} approved "${id}" as it stands, on ${calendarDay(on ?? '')}.`,
  );
  return `${approved.join('\n')} To put your review in its place, add --again.`;
}

function lineOf({ id, says, locator }: ReviewedEntry): string {
  return `${id}: ${says} (${locator})`;
}

function listed(entry: ReviewedEntry): string {
  const { status, by } = entry.review;
  return `  ${lineOf(entry)}${status === 'reviewed' ? `, reviewed by ${by}` : ''}`;
}
