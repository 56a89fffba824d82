import { isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { entryNode } from './entry-node.ts';

/** As it stands in a source file. */
export interface RecordedFlag {
  on: string;
  reason: string;
  outcome: string;
  decidedOn: string;
  content: string;
}

/**
 * The text of a source file with a decided flag at one statement: a line below its review or its earlier flags. No other
 * character changes. Throws an `Error` when the statement does not stand in the file, each of its keys on a line.
 */
export function recordFlag(text: string, claimId: string, flag: RecordedFlag): string {
  const claim = claimOf(text, claimId);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const { on, reason, outcome, decidedOn, content } = flag;
  const item = `- { on: ${on}, reason: ${reason}, outcome: ${outcome}, decidedOn: ${decidedOn}, content: ${JSON.stringify(content)} }`;
  const flags = claim.get('flags');
  const last = isSeq(flags) ? (flags.items.at(-1) as Ranged | undefined) : undefined;
  if (isSeq(flags) && !flags.flow && last) {
    const dash = text.lastIndexOf('-', startOf(last));
    return withLine(text, endOf(last), `${columnOf(text, dash)}${item}`, lineBreak);
  }
  if (claim.has('flags')) throw new Error(`the flags of ${claimId} do not stand one below the other`);
  const review = (claim.items as Pair[]).find(({ key }) => isScalar(key) && key.value === 'review');
  if (!review) throw new Error(`the statement ${claimId} has no review in its file`);
  const indent = columnOf(text, startOf(review.key as Ranged));
  const lines = `${indent}flags:${lineBreak}${indent}  ${item}`;
  return withLine(text, endOf(review.value as Ranged), lines, lineBreak);
}

interface Ranged {
  range?: [number, number, number] | null | undefined;
}

const startOf = ({ range }: Ranged) => range?.[0] ?? 0;
const endOf = ({ range }: Ranged) => range?.[1] ?? 0;

/** Below the line on which a place stands. */
function withLine(text: string, place: number, added: string, lineBreak: string): string {
  // A block ends behind its last line break, a value before it.
  const from = text[place - 1] === '\n' ? place - 1 : place;
  const end = text.indexOf('\n', from);
  if (end === -1) return `${text}${lineBreak}${added}`;
  return `${text.slice(0, end + 1)}${added}${lineBreak}${text.slice(end + 1)}`;
}

function columnOf(text: string, place: number): string {
  return ' '.repeat(place - (text.lastIndexOf('\n', place - 1) + 1));
}

function claimOf(text: string, claimId: string): YAMLMap {
  const claim = entryNode(text, claimId);
  if (claim && !claim.flow) return claim;
  throw new Error(`the statement ${claimId} does not stand in its file, each of its keys on a line`);
}
