import { describeFindings, type FindingHint } from '../privacy/describe-findings.ts';
import { guardText } from '../privacy/guard-text.ts';
import { processorMs } from '../processor-ms.ts';
import type { SlackEdge } from './slack-edge.ts';

export interface Screened {
  verdict: 'pass' | 'confirm' | 'block';
  /** Kinds with masked hints, never a value. */
  hints: FindingHint[];
}

/** What the app itself asks people to write. */
const caseCode = /(?<![\w-])CASE-\d{1,6}(?![\w-])/g;
/** Slack writes a member's name behind the id; it is no patient's. */
const memberName = /(?<=<@[UW][A-Z0-9]{1,20})\|[^<>]{0,80}(?=>)/g;

/**
 * Looks through what a person typed, before anything is done with it. Commands, forms, messages, edits, replies and
 * file names all come through here. Never throws; the log tells only kinds, and only when the guard itself failed.
 */
export function screenText(text: string, { log }: Pick<SlackEdge, 'log'>): Screened {
  const prose = text.replace(memberName, '').replace(caseCode, '');
  const { verdict, findings } = guardText(prose, processorMs);
  if (findings.some(({ type }) => type === 'guard-failure'))
    log.error({ characters: text.length }, 'the identifier guard could not check a text and refused it');
  return { verdict, hints: describeFindings(prose, findings) };
}
