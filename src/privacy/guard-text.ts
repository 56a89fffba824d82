import type { Candidate, Finding } from './finding.ts';
import { identifierKinds } from './identifier-kinds.ts';
import { maskFindings } from './mask-findings.ts';
import { mergeCandidates } from './merge-candidates.ts';
import { readPage } from './page.ts';
import { blockRules, confirmRules, type Rule } from './rules.ts';

export interface Guarded {
  verdict: 'pass' | 'confirm' | 'block';
  /** In order of place, never overlapping. */
  findings: Finding[];
}

/** The longest text that Slack keeps of a message. */
const longestCharacters = 40_000;
const budgetMs = 50;

/** What a finding stood beside may be found once it is out of the way; more rounds than this never happened. */
const mostRounds = 6;

/**
 * Looks for identifiers of a person in a text. Offsets are UTF-16 units of `text` as it was given. Never throws:
 * what cannot be checked, or not within 50 ms, comes back as `block` with one finding `guard-failure` over the whole.
 *
 * `clockMs` tells milliseconds that only grow, best of processor time, so that a busy machine refuses nothing;
 * without it, the length of the text alone bounds the time.
 *
 * @example
 * guardText('MRN 4471902, 54 Gy/27F')
 * //=> { verdict: 'block', findings: [{ type: 'medical-record-number', tier: 'block', start: 4, end: 11 }] }
 */
export function guardText(text: string, clockMs: () => number = () => 0): Guarded {
  try {
    if (text.length > longestCharacters) return failure(text);
    if (!isWarm) warmUp();
    const findings = findAll(text, clockMs, clockMs() + budgetMs);
    return { verdict: verdictOf(findings), findings };
  } catch {
    return failure(String(text));
  }
}

function findAll(text: string, clockMs: () => number, deadlineMs: number): Finding[] {
  let findings: Finding[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    // The first round has seen all that is asked about; the others make sure that nothing to refuse is left.
    const rules = round === 0 ? [...blockRules, ...confirmRules] : blockRules;
    const more = findOnce(maskFindings(text, findings), rules, clockMs, deadlineMs);
    if (more.length === 0) return findings;
    findings = mergeCandidates([...findings, ...more]).map(withTier);
  }
  throw new Error('The findings do not come to an end.');
}

function findOnce(
  text: string,
  rules: readonly Rule[],
  clockMs: () => number,
  deadlineMs: number,
): Candidate[] {
  const page = readPage(text);
  // One character can stand for eighteen (ﷺ).
  if (page.text.length > 2 * longestCharacters) throw new Error('Too long once it is spelled out.');
  const candidates = rules.flatMap((rule) => {
    const found = [...rule(page)];
    if (clockMs() > deadlineMs) throw new Error('Over budget.');
    return found;
  });
  return candidates.map(({ type, start, end }) => ({ type, ...page.written(start, end) }));
}

function withTier({ type, start, end }: Candidate): Finding {
  return { type, tier: identifierKinds[type].tier, start, end };
}

function verdictOf(findings: readonly Finding[]): Guarded['verdict'] {
  if (findings.some(({ tier }) => tier === 'block')) return 'block';
  return findings.length > 0 ? 'confirm' : 'pass';
}

function failure(text: string): Guarded {
  const whole: Finding = { type: 'guard-failure', tier: 'block', start: 0, end: text.length };
  return { verdict: 'block', findings: [whole] };
}

const warmUpText =
  'Warm-up: Mr Roe, MRN 000, 54 Gy/27F on 1 May 2020, lives at 1 Elm Rd, rue box calle 2, a at b dot com, JR, 1M, weg 1';
let isWarm = false;

/**
 * The first uses of a pattern compile it, once for Latin and once for other letters: that would cost the first message
 * its budget. Not when the file is loaded, which the app's start would wait for.
 */
function warmUp(): void {
  isWarm = true;
  for (let round = 0; round < 4; round += 1)
    for (const text of [warmUpText, `${warmUpText} 患者 1月 岁 路`]) findAll(text, () => 0, 0);
}
