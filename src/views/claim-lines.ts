import type { ContextBlock, SectionBlock } from '@slack/types';
import type { Claim, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import { conflictsOfClaim } from '../evidence/conflicts-of-claim.ts';
import { sourceOf } from '../evidence/source-of.ts';
import { warningsOfClaim } from '../evidence/warnings.ts';
import { actionIds } from './action-ids.ts';
import { button, contexts, section } from './block.ts';
import { standingLines } from './claim-standing.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { type Footnotes, footnotes } from './footnotes.ts';
import { sourceLine } from './source-line.ts';
import { disagreementLine, warningLine } from './warning-line.ts';
import { placeText, tumourMark } from './words.ts';

/** What one page has said already, so that a warning stands in full once and is pointed to after. */
export interface PageMemory {
  notes: Footnotes;
  warned: Map<string, string>;
  /** Ids of the disagreements whose titles stand on the page. */
  disputed: Set<string>;
  /** That nothing on the page was reviewed stands above it already. */
  isReviewSaid: boolean;
}

/** For the top of a page, which has said nothing yet, or only that nothing on it was reviewed. */
export function emptyPage(isReviewSaid = false): PageMemory {
  return { notes: footnotes(), warned: new Map(), disputed: new Set(), isReviewSaid };
}

/** So that what may yet stand on another page leaves no trace on this one. */
export function copyOfPage(page: PageMemory): PageMemory {
  const { notes, warned, disputed } = page;
  return { ...page, notes: notes.copy(), warned: new Map(warned), disputed: new Set(disputed) };
}

/** The numbered sources, for the foot of a page that has some. */
export function noteBlocks({ notes }: PageMemory): ContextBlock[] {
  return contexts(notes.lines().join('\n'));
}

/** A statement with its footnote, its warnings and what disagrees with it, and a button that opens its source. */
export function claimSection(
  claim: Sourced<Claim>,
  knowledge: KnowledgeBase,
  memory: PageMemory,
): SectionBlock {
  const mark = claimMark(claim, knowledge, memory);
  const lines = [
    `• ${escapeMrkdwn(claim.statement)}${tumourMark(claim)} ${mark}`,
    ...warningLines(claim, knowledge, memory),
    ...disputeLines(claim, knowledge, memory),
  ];
  const source = button('Source', actionIds.source, claim.id, `Show the source of: ${claim.statement}`);
  return section(lines.join('\n'), source);
}

/** What stands behind every statement, wherever it is shown: the footnote of its source, and that it is in doubt. */
export function claimMark(claim: Sourced<Claim>, knowledge: KnowledgeBase, memory: PageMemory): string {
  return [footnoteOf(claim, knowledge, memory), ...standingLines(claim, knowledge)].join(' ');
}

/** The footnote mark of a claim's source line alone, to point to. */
export function footnoteOf(claim: Sourced<Claim>, knowledge: KnowledgeBase, memory: PageMemory): string {
  const line = sourceLine(claim, sourceOf(claim, knowledge), memory);
  return memory.notes.mark(line, placeText(claim) !== null);
}

/** The disagreements in which a claim stands; those that the page has named are only pointed to. */
function disputeLines(claim: Sourced<Claim>, knowledge: KnowledgeBase, { disputed }: PageMemory): string[] {
  const conflicts = conflictsOfClaim(claim, knowledge);
  const unnamed = conflicts.filter(({ id }) => !disputed.has(id));
  for (const { id } of unnamed) disputed.add(id);
  return [
    ...unnamed.map(disagreementLine),
    ...(unnamed.length === conflicts.length ? [] : ['⚖ _Statements disagree, as noted above_']),
  ];
}

/** Each warning of a claim on a line of its own; those that the page has given in full are pointed to. */
export function warningLines(claim: Sourced<Claim>, knowledge: KnowledgeBase, memory: PageMemory): string[] {
  const mark = footnoteOf(claim, knowledge, memory);
  const warnings = warningsOfClaim(claim, knowledge);
  const given = warnings.filter((warning) => memory.warned.has(warning));
  const marks = new Set(given.map((warning) => memory.warned.get(warning)));
  const inFull = warnings.filter((warning) => !memory.warned.has(warning));
  for (const warning of inFull) memory.warned.set(warning, mark);
  return [
    ...inFull.map(warningLine),
    ...(given.length === 0 ? [] : [`⚠ _as noted above at_ ${[...marks].join(' ')}`]),
  ];
}
