import type {
  KnowledgeBase,
  LoadedCase,
  LoadedClaim,
  LoadedReview,
  LoadedTemplate,
} from '../../../knowledge/schema.ts';
import { sourceOf } from '../source-of.ts';

/** What a person compares with its publication and approves as one: a statement, a published case or a template of follow-up. */
export interface ReviewedEntry {
  kind: 'statement' | 'published case' | 'template of follow-up';
  id: string;
  /** The publication in whose file it stands; null for a template, which has a file of its own. */
  sourceId: string | null;
  contentHash: string;
  review: LoadedReview;
  /** Who wrote or last changed it; null when software extracted it. */
  author: string | null;
  /** One line by which it is known again. */
  says: string;
  locator: string;
}

type Entries = Pick<KnowledgeBase, 'claims' | 'cases' | 'surveillance' | 'sources'>;

/**
 * The entry of an id that stands in the files now, whichever of the three kinds it is; null when none does.
 *
 * @example
 * findReviewedEntry('sts-low-grade', knowledge)?.kind //=> 'template of follow-up'
 */
export function findReviewedEntry(id: string, knowledge: Entries): ReviewedEntry | null {
  const claim = knowledge.claims.get(id);
  if (claim) return ofClaim(claim, knowledge);
  const one = knowledge.cases.get(id);
  if (one) return ofCase(one, knowledge);
  const template = knowledge.surveillance.find((candidate) => candidate.id === id);
  return template ? ofTemplate(template) : null;
}

/**
 * What there is to review of one publication, in the order of its file: statements that are not retracted, then cases.
 *
 * @example
 * reviewedEntriesOf('guo-2024', knowledge).at(-1)?.kind //=> 'published case'
 */
export function reviewedEntriesOf(sourceId: string, knowledge: Entries): ReviewedEntry[] {
  const isOfIt = (entry: { sourceId: string }) => entry.sourceId === sourceId;
  const claims = [...knowledge.claims.values()].filter((claim) => isOfIt(claim) && claim.retracted === null);
  return [
    ...claims.map((claim) => ofClaim(claim, knowledge)),
    ...[...knowledge.cases.values()].filter(isOfIt).map((one) => ofCase(one, knowledge)),
  ];
}

function ofClaim(claim: LoadedClaim, knowledge: Entries): ReviewedEntry {
  const { id, sourceId, contentHash, review, statement: says, locator } = claim;
  const author = claim.writtenBy ?? sourceOf(claim, knowledge).writtenBy;
  return { kind: 'statement', id, sourceId, contentHash, review, author, says, locator };
}

function ofCase(one: LoadedCase, knowledge: Entries): ReviewedEntry {
  const { id, sourceId, contentHash, review, locator } = one;
  const author = one.writtenBy ?? sourceOf(one, knowledge).writtenBy;
  const says = `${one.label}, ${one.site}, n = ${one.n}`;
  return { kind: 'published case', id, sourceId, contentHash, review, author, says, locator };
}

function ofTemplate(template: LoadedTemplate): ReviewedEntry {
  const { id, contentHash, review, writtenBy: author, source } = template;
  const says = `${template.title}: ${template.statement}`;
  const locator = `${source.label}, ${source.locator}`;
  const kind = 'template of follow-up';
  return { kind, id, sourceId: null, contentHash, review, author, says, locator };
}
