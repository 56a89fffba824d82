import { type KnowledgeBase, SourceFile } from '../../knowledge/schema.ts';
import { type Assessment, assessKnowledge } from '../evidence/assess-knowledge.ts';
import { applyCuration } from '../evidence/curation/apply-curation.ts';
import { nothingCurated } from '../evidence/curation/curation-records.ts';
import { figuresToCompare } from '../evidence/curation/figures-to-compare.ts';
import { retractedSides } from '../evidence/curation/retracted-sides.ts';
import { type ThinTopic, thinBelow } from '../evidence/thin-topics.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import { isDraft } from '../knowledge/is-draft.ts';
import { parseFile } from '../knowledge/parse-file.ts';
import { KnowledgeError, type Problem } from '../knowledge/problem.ts';
import { readFiles } from '../knowledge/read-files.ts';
import { identifiersInBase } from './identifiers-in-base.ts';
import type { Terminal } from './subcommand.ts';

/** Prints what is wrong with the knowledge base, and what a curator should look at next. */
export function kbReport({ json, print, now }: Terminal, folder: URL): void {
  const report = assess(now().toISOString().slice(0, 10), folder);
  if (!('counts' in report)) process.exitCode = 1;
  for (const line of json ? [JSON.stringify(report)] : lines(report)) print(line);
}

type Report = ReturnType<typeof assess>;

function assess(today: string, folder: URL) {
  const files = readFiles(folder);
  const drafts = files
    .filter((file) => file.path.startsWith('sources/') && isDraft(file))
    .map((file) => ({ file: file.path, toFill: mistakesIn(parseFile(file, SourceFile)) }));
  try {
    const knowledge = buildKnowledge(files);
    const counts = {
      sources: knowledge.sources.size,
      claims: knowledge.claims.size,
      cases: knowledge.cases.size,
      templates: knowledge.surveillance.length,
    };
    const { marks } = applyCuration(knowledge, nothingCurated);
    const foundWrong = [...(marks?.keys() ?? [])];
    const assessed = assessKnowledge(knowledge, today);
    const { added, changed } = assessed.unpublished;
    return {
      ...{ version: knowledge.version, counts, invalid: [], drafts, foundWrong },
      identifiers: identifiersInBase(knowledge),
      withoutN: figuresWithoutN(assessed.unpublished, knowledge),
      ...figuresToCompare([...added, ...changed], knowledge),
      retractedSides: retractedSides(knowledge),
      ...assessed,
    };
  } catch (error) {
    if (error instanceof KnowledgeError) return { invalid: error.problems, drafts };
    throw error;
  }
}

/** Of what is new only: that a publication does not say of how many is known of the rest. */
function figuresWithoutN({ added, changed }: Assessment['unpublished'], { claims }: KnowledgeBase): string[] {
  return [...added, ...changed].flatMap((id) =>
    (claims.get(id)?.figures ?? [])
      .filter(({ unit, n }) => n === null && (unit === '%' || unit === 'patients'))
      .map(({ name }) => `${id}: ${name}`),
  );
}

function mistakesIn(parsed: { problems: Problem[] } | object): Problem[] {
  return 'problems' in parsed ? parsed.problems : [];
}

function lines(report: Report): string[] {
  const drafts = report.drafts.flatMap(({ file, toFill }) => [
    `  ${file}: ${toFill.length === 0 ? 'complete; take out the line "draft: true" to show it' : `still to fill in: ${toFill.length}`}`,
    ...toFill.map(
      ({ line, path, expected }) =>
        `    ${line === null ? '' : `line ${line} `}${placeInWords(path)}: ${expected}`,
    ),
  ]);
  const draftLines = [`Drafts, of which nothing is shown: ${report.drafts.length}`, ...drafts];
  if (!('counts' in report)) {
    return [
      `Mistakes: ${report.invalid.length}. The app would refuse to start:`,
      ...report.invalid.map(
        ({ file, line, path, expected }) =>
          `  ${file}${line === null ? '' : `:${line}`} ${path}: ${expected}`,
      ),
      ...draftLines,
    ];
  }
  const { version, counts, lapsedReviews, retracted, inConflict, uncited, thin } = report;
  return [
    `Knowledge base ${version.date} (${version.hash}): ${counts.sources} publications, ${counts.claims} statements, ${counts.cases} published cases`,
    'Invalid: 0',
    ...list('Found wrong by a curator, and not corrected yet', report.foundWrong),
    ...list('Past their review date', [...report.stale, ...report.staleTemplates]),
    `Not reviewed by a clinician: ${report.unreviewed.length} of ${counts.claims} statements, ${report.unreviewedCases.length} of ${counts.cases} published cases, ${report.unreviewedTemplates.length} of ${counts.templates} templates of follow-up`,
    ...list('Changed after their review, and so not reviewed as they stand', lapsedReviews),
    ...list('Retracted', retracted),
    ...listIfAny('What looks like an identifier of a patient: take it out', report.identifiers),
    ...listIfAny('Dated after today: correct the day', report.datedAhead),
    ...list(
      'Not in the list of changes yet (`kb publish` enters them)',
      unpublishedLines(report.unpublished),
    ),
    ...listIfAny(
      'New figures that do not say of how many: write n, if the publication does',
      report.withoutN,
    ),
    ...listIfAny(
      'New figures that look like a response or like control, and are in no comparison: write `measure: response` or `measure: control` at those that `/imt compare` is to show',
      report.withoutMeasure,
    ),
    ...listIfAny(
      'New response figures that name no drug, while their statement names several: name it in the figure, or no comparison gives it to one',
      report.ofSeveralDrugs,
    ),
    ...list(
      'In conflict',
      inConflict.map(({ id, title }) => `${id}: ${title}`),
    ),
    ...listIfAny(
      'Disagreements with a side of retracted statements only: take the side out, or the disagreement',
      report.retractedSides,
    ),
    ...list(
      `Topics with thin evidence (fewer than ${thinBelow.sources} publications, no finding in ${thinBelow.patients} patients or more, or other tumours only)`,
      thin.map(thinLine),
    ),
    `Entities of the vocabulary that no statement names: ${uncited.length}`,
    ...(uncited.length === 0 ? [] : [`  ${someOf(uncited)}`]),
    // Last, where somebody who fills one in looks.
    ...draftLines,
  ];
}

const namedAtOnce = 20;

function someOf(words: readonly string[]): string {
  const more = words.length - namedAtOnce;
  return [...words.slice(0, namedAtOnce), ...(more > 0 ? [`and ${more} more (--json lists all)`] : [])].join(
    ', ',
  );
}

/** Statements are counted from one, as a person counts them. */
function placeInWords(path: string): string {
  return path.replace(/^claims\[(\d+)\]\.?/, (_, at: string) => `statement ${Number(at) + 1}, `);
}

function list(what: string, ids: readonly string[]): string[] {
  return [`${what}: ${ids.length}`, ...ids.map((id) => `  ${id}`)];
}

/** For what is told only while there is some. */
function listIfAny(what: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : list(what, ids);
}

function unpublishedLines(unpublished: Assessment['unpublished']): string[] {
  return Object.entries(unpublished).flatMap(([did, ids]) => ids.map((id: string) => `${did}: ${id}`));
}

function thinLine({ id, statements, sources, mostPatients, otherTumoursOnly }: ThinTopic): string {
  const parts = [
    `statements: ${statements}`,
    `publications: ${sources}`,
    mostPatients === 0 ? 'no finding with a number of patients' : `largest finding n = ${mostPatients}`,
    ...(otherTumoursOnly && statements > 0 ? ['other tumours only'] : []),
  ];
  return `${id}: ${parts.join(', ')}`;
}
