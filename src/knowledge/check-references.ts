import type { CheckedFiles } from './checked-files.ts';
import type { LineOf } from './locate.ts';
import { noSuchId } from './no-such-id.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

type File = { path: string; lineOf: LineOf };
type Path = readonly (string | number)[];
type Ids = { has(id: string): boolean; keys(): Iterable<string> };

/** `imt kb review` names each of these by its id alone. */
const reviewed = new Set(['source', 'claim', 'case', 'template']);

/** What one file says of another must be there: each id once, and every id that is named. */
export function checkReferences({
  sources,
  surveillance,
  topics,
  conflicts,
  vocabulary,
  caseSites,
}: CheckedFiles): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, { kind: string; file: File; path: Path }>();
  const subtopics = new Map(
    topics.content.topics.map((topic) => [topic.id, new Set(topic.subtopics.map(({ id }) => id))]),
  );
  const claims = new Map(sources.flatMap(({ content }) => content.claims).map((claim) => [claim.id, claim]));
  const warned = new Set<string>();
  for (const { content } of sources) {
    for (const { id, caveats } of content.claims) if (caveats.length > 0) warned.add(id);
    for (const { claims } of content.misprints) for (const id of claims) warned.add(id);
  }
  const askable = new Set<string>([...caseSites.content.sites.map(({ group }) => group), 'other']);
  const sourceIds = new Set(sources.map((file) => file.content.source.id));

  const report = (file: File, path: Path, expected: string) => {
    problems.push({ file: file.path, path: pathText(path), line: file.lineOf(path), expected });
  };
  const once = (file: File, path: Path, kind: string, id: string) => {
    const key = reviewed.has(kind) ? id : `${kind} ${id}`;
    const first = taken.get(key);
    if (first === undefined) taken.set(key, { kind, file, path });
    else
      report(
        file,
        path,
        `the ${first.kind} "${id}" stands already in ${placeOf(first)}: expected another id`,
      );
  };
  const known = (file: File, path: Path, kind: string, id: string, ids: Ids) => {
    if (!ids.has(id)) report(file, path, noSuchId(kind, id, ids.keys()));
  };

  for (const file of sources) {
    const { source, cases, misprints } = file.content;
    once(file, ['source', 'id'], 'source', source.id);
    // Whoever looks for a publication looks for the file of that name; a folder may hold them in another way.
    const named = /^sources\/([^/]+)\.ya?ml$/.exec(file.path)?.[1] ?? source.id;
    if (named !== source.id)
      report(
        file,
        ['source', 'id'],
        `expected "${named}", as its file is named; or name the file ${source.id}.yml`,
      );
    for (const [i, id] of source.overlapsWith.entries()) {
      known(file, ['source', 'overlapsWith', i], 'source', id, sourceIds);
    }
    for (const [i, claim] of file.content.claims.entries()) {
      once(file, ['claims', i, 'id'], 'claim', claim.id);
      const names = claim.figures.map(({ name }) => name);
      for (const [j, name] of names.entries())
        if (names.indexOf(name) < j)
          report(
            file,
            ['claims', i, 'figures', j, 'name'],
            `the figure "${name}" stands twice in this statement: expected another name`,
          );
      const ofTopic = subtopics.get(claim.topic);
      known(file, ['claims', i, 'topic'], 'topic', claim.topic, subtopics);
      if (ofTopic)
        known(file, ['claims', i, 'subtopic'], `subtopic of ${claim.topic}`, claim.subtopic, ofTopic);
    }
    for (const [i, one] of cases.entries()) {
      once(file, ['cases', i, 'id'], 'case', one.id);
      known(file, ['cases', i, 'siteGroup'], 'site group in case-sites.yml', one.siteGroup, askable);
    }
    const caseIds = new Set(cases.map(({ id }) => id));
    for (const [i, one] of misprints.entries()) {
      once(file, ['misprints', i, 'id'], 'misprint', one.id);
      for (const [j, id] of one.claims.entries())
        known(file, ['misprints', i, 'claims', j], 'claim', id, claims);
      for (const [j, id] of one.cases.entries())
        known(file, ['misprints', i, 'cases', j], 'case', id, caseIds);
    }
  }

  for (const file of surveillance) once(file, ['id'], 'template', file.content.id);

  for (const [i, topic] of topics.content.topics.entries()) {
    once(topics, ['topics', i, 'id'], 'topic', topic.id);
    for (const [j, { claim, figure, warning }] of topic.keyFigures.entries()) {
      known(topics, ['topics', i, 'keyFigures', j, 'claim'], 'claim', claim, claims);
      const figures = claims.get(claim)?.figures;
      if (figures && !figures.some(({ name }) => name === figure)) {
        report(
          topics,
          ['topics', i, 'keyFigures', j, 'figure'],
          `claim "${claim}" has no figure "${figure}"`,
        );
      }
      if (warned.has(claim) && warning === null) {
        const expected = `claim "${claim}" carries warnings: expected a short warning beside its figure`;
        report(topics, ['topics', i, 'keyFigures', j, 'warning'], expected);
      }
    }
  }

  for (const [i, conflict] of conflicts.content.conflicts.entries()) {
    once(conflicts, ['conflicts', i, 'id'], 'conflict', conflict.id);
    for (const [j, id] of conflict.topics.entries()) {
      known(conflicts, ['conflicts', i, 'topics', j], 'topic', id, subtopics);
    }
    for (const [j, side] of conflict.sides.entries()) {
      for (const [k, id] of side.claims.entries()) {
        const path = ['conflicts', i, 'sides', j, 'claims', k];
        known(conflicts, path, 'claim', id, claims);
        if (conflict.sides.slice(0, j).some((earlier) => earlier.claims.includes(id)))
          report(conflicts, path, `the claim "${id}" stands on two sides: expected it on one`);
      }
    }
  }

  for (const [i, { group, terms }] of caseSites.content.sites.entries()) {
    once(caseSites, ['sites', i, 'group'], 'site group', group);
    for (const [j, term] of terms.entries()) once(caseSites, ['sites', i, 'terms', j], 'site term', term);
  }

  for (const [i, concept] of vocabulary.content.concepts.entries()) {
    once(vocabulary, ['concepts', i, 'id'], 'concept', concept.id);
    if (concept.topic !== null)
      known(vocabulary, ['concepts', i, 'topic'], 'topic', concept.topic, subtopics);
  }
  return problems;
}

function placeOf({ file, path }: { file: File; path: Path }): string {
  const line = file.lineOf(path);
  return line === null ? file.path : `${file.path}:${line}`;
}
