import type { KnowledgeBase, LedgerEntry } from '../../knowledge/schema.ts';
import { PublishedFile, SourceFile } from '../../knowledge/schema.ts';
import { UserError } from '../errors.ts';
import { findUnpublished } from '../evidence/changes/find-unpublished.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import { isDraft } from '../knowledge/is-draft.ts';
import { ledgerText } from '../knowledge/ledger-text.ts';
import { noSuchId } from '../knowledge/no-such-id.ts';
import { parseFile } from '../knowledge/parse-file.ts';
import { KnowledgeError } from '../knowledge/problem.ts';
import { type KnowledgeFile, readFiles } from '../knowledge/read-files.ts';
import { replaceFile } from '../knowledge/replace-file.ts';
import type { KbWord } from './kb-word.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './subcommand.ts';

const path = 'published.yml';

type Ledger = Map<string, LedgerEntry[]>;
type Published = [id: string, entry: LedgerEntry];

export const kbPublish: KbWord = {
  name: 'publish',
  usage: 'kb publish [IDS] [--replaced OLD=NEW] [--withdrawn ID] [--because "WHY"]',
  does: 'enters in published.yml what was added, changed, retracted, replaced or withdrawn, for `/imt changes`',
  run({ arguments: words, json, print, now }, folder) {
    const text = { type: 'string', multiple: true } as const;
    const { values, positionals } = parseOptions(words, {
      replaced: text,
      withdrawn: text,
      because: { type: 'string' },
    });
    const because = values.because?.trim() || null;
    const on = now().toISOString().slice(0, 10);
    const files = readFiles(folder);
    const ledger = readLedger(files);

    const ended = endings(values.replaced ?? [], values.withdrawn ?? [], ledger, on, because);
    const places = placesOf(files);
    refuseUnknown(ended, new Set([...places.keys(), ...ledger.keys()]));
    refuseStanding(ended, places);
    enter(ended, ledger);
    // Throws while a statement that was published is gone without an entry.
    const knowledge = builtWith(ledger, files, ended);
    // The reason why one statement is gone is none for the change of another, unless that is named beside it.
    const withoutChanges = ended.length > 0 && positionals.length === 0;
    const standing = differences(knowledge, on, because, positionals, withoutChanges);
    enter(standing, ledger);

    const published = [...ended, ...standing];
    const proposed = withLedger(files, ledger);
    const left = Object.values(findUnpublished(buildKnowledge(proposed))).flat();
    if (published.length > 0) replaceFile({ path, text: ledgerText(ledger) }, folder);
    if (json)
      return print(JSON.stringify({ published: published.map(([id, entry]) => ({ id, ...entry })), left }));
    if (published.length === 0)
      print('There is nothing to publish: the list holds every statement as it stands.');
    else print(`Entered in knowledge/${path}:`);
    for (const [id, { did }] of published) print(`  ${did}: ${id}`);
    if (left.length > 0) print(`Still to be published: ${[...new Set(left)].join(', ')}`);
  },
};

function readLedger(files: readonly KnowledgeFile[]): Ledger {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new UserError(`knowledge/${path} is missing. Take it back from the last version.`);
  const parsed = parseFile(file, PublishedFile);
  if ('problems' in parsed) throw new KnowledgeError(parsed.problems);
  return new Map(Object.entries(parsed.value.statements));
}

function withLedger(files: readonly KnowledgeFile[], ledger: Ledger): KnowledgeFile[] {
  return files.map((file) => (file.path === path ? { path, text: ledgerText(ledger) } : file));
}

/** Lines are told of a list that stands in the folder, and not of one with entries that nobody has written yet. */
function builtWith(
  ledger: Ledger,
  files: readonly KnowledgeFile[],
  entered: readonly Published[],
): KnowledgeBase {
  try {
    return buildKnowledge(withLedger(files, ledger));
  } catch (error) {
    if (entered.length === 0 || !(error instanceof KnowledgeError)) throw error;
    throw new KnowledgeError(error.problems.map((one) => (one.file === path ? { ...one, line: null } : one)));
  }
}

function enter(published: readonly Published[], ledger: Ledger): void {
  for (const [id, entry] of published) ledger.set(id, [...(ledger.get(id) ?? []), entry]);
}

function endings(
  replaced: readonly string[],
  withdrawn: readonly string[],
  ledger: Ledger,
  on: string,
  because: string | null,
): Published[] {
  const ends = [
    ...replaced.map((pair) => {
      const [old = '', by = '', ...more] = pair.split('=');
      if (old === '' || by === '' || more.length > 0)
        throw new UsageError('Write what replaced what as --replaced OLD-ID=NEW-ID.');
      return { id: old, by };
    }),
    ...withdrawn.map((id) => ({ id, by: null })),
  ];
  return ends.map(({ id, by }) => {
    if (!ledger.has(id)) throw new UserError(`"${id}" was never published. Look the id up in ${path}.`);
    if (because === null) throw new UserError(`Say why "${id}" is gone, as --because "Counted twice."`);
    return [id, by === null ? { did: 'withdrawn', on, because } : { did: 'replaced', on, by, because }];
  });
}

/** Where each statement stands in the files now, which need not hold together yet. */
function placesOf(files: readonly KnowledgeFile[]): ReadonlyMap<string, string> {
  const sources = files.filter((file) => file.path.startsWith('sources/') && !isDraft(file));
  return new Map(
    sources.flatMap((file) => {
      const parsed = parseFile(file, SourceFile);
      return 'problems' in parsed ? [] : parsed.value.claims.map(({ id }) => [id, file.path] as const);
    }),
  );
}

// The check of the whole base would name a line of a list that is not written yet.
function refuseStanding(ended: readonly Published[], places: ReadonlyMap<string, string>): void {
  for (const [id] of ended) {
    const place = places.get(id);
    if (place !== undefined)
      throw new UserError(
        `"${id}" still stands in knowledge/${place}: take it out there first, or leave it and do not end it.`,
      );
  }
}

function refuseUnknown(ended: readonly Published[], known: ReadonlySet<string>): void {
  for (const [, entry] of ended)
    if (entry.did === 'replaced' && !known.has(entry.by))
      throw new UserError(
        `What is replaced needs a statement that takes its place: ${noSuchId('statement', entry.by, known)}. The ids stand in knowledge/sources/.`,
      );
}

function differences(
  knowledge: KnowledgeBase,
  on: string,
  because: string | null,
  only: readonly string[],
  withoutChanges: boolean,
): Published[] {
  const all = findUnpublished(knowledge);
  const found = withoutChanges ? { ...all, changed: [], restored: [] } : all;
  const unknown = only.filter((id) => !Object.values(found).some((ids) => ids.includes(id)));
  if (unknown.length > 0) throw new UserError(`There is nothing to publish of ${unknown.join(', ')}.`);
  const wanted = (ids: readonly string[]) => ids.filter((id) => only.length === 0 || only.includes(id));
  const why = (did: 'changed' | 'restored', ids: readonly string[]) => {
    const told = wanted(ids);
    if (told.length > 0 && because === null)
      throw new UserError(
        `Say why, as --because "Misread the table.":\n${told.map((id) => `  ${did}: ${id}`).join('\n')}\nWhen the reasons differ, publish one after the other, naming the ids.`,
      );
    return told.map((id) => ({ ...claimOf(id, knowledge), because: because ?? '' }));
  };
  return [
    ...wanted(found.added).map((id): Published => {
      const { sourceId: source, contentHash: content } = claimOf(id, knowledge);
      return [id, { did: 'added', on, source, content }];
    }),
    ...why('changed', found.changed).map(
      ({ id, contentHash: content, because }): Published => [id, { did: 'changed', on, content, because }],
    ),
    ...wanted(found.retracted).map((id): Published => {
      const reason = claimOf(id, knowledge).retracted?.reason ?? '';
      return [id, { did: 'retracted', on, because: reason }];
    }),
    ...why('restored', found.restored).map(
      ({ id, because }): Published => [id, { did: 'restored', on, because }],
    ),
  ];
}

function claimOf(id: string, { claims }: KnowledgeBase) {
  const claim = claims.get(id);
  if (claim) return claim;
  throw new Error(`${id} was found a moment ago and is not loaded`);
}
