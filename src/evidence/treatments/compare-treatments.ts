import type { Claim, Conflict, Figure, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { conflictsOfClaim } from '../conflicts-of-claim.ts';
import { foldText } from '../fold-text.ts';
import { orderClaims } from '../order-claims.ts';
import { type ExactInterval, exactInterval } from './exact-interval.ts';
import type { Treatment } from './find-treatment.ts';

export interface OutcomeFigure {
  figure: Figure;
  /** Only for a response rate whose events and n are known. */
  interval: ExactInterval | null;
}

export interface Finding {
  claim: Sourced<Claim>;
  /** Responses first, then control; none when the finding is in words alone. */
  outcomes: OutcomeFigure[];
  /** Harms that the same source counts. */
  harms: Sourced<Claim>[];
  conflicts: Conflict[];
}

export interface ComparedTreatment {
  treatment: Treatment;
  /** The same tumour first; then responses, control counted in several patients, in one, findings in words. */
  findings: Finding[];
  /** Opinions, and statements that argue neither way. */
  otherStatements: Sourced<Claim>[];
  harms: Sourced<Claim>[];
}

const harmsTopic = 'toxicity';

/**
 * What the knowledge base holds on each treatment, in the order asked: nothing is ranked between them.
 *
 * @example
 * compareTreatments([crizotinib, radiotherapy], knowledge)[0].findings[0].outcomes[0].interval
 * //=> { ratePercent: 71.4…, lowPercent: 29.0…, highPercent: 96.3… }
 */
export function compareTreatments(
  treatments: readonly Treatment[],
  knowledge: Pick<KnowledgeBase, 'claims' | 'conflicts' | 'vocabulary'>,
): ComparedTreatment[] {
  const all = [...knowledge.claims.values()];
  const harms = all.filter(({ topic }) => topic === harmsTopic);
  const drugs = knowledge.vocabulary.filter(({ isTreatment }) => isTreatment).flatMap(({ terms }) => terms);
  return treatments.map((treatment) => {
    const own = orderClaims(all.filter((claim) => claim.topic !== harmsTopic && isOn(claim, treatment)));
    const findings = own
      .map((claim) => ({
        claim,
        outcomes: outcomesOf(claim, treatment, drugs),
        // What a source only cites has nothing to do with the harms that it saw itself.
        harms: claim.basis === 'observed' ? harms.filter(({ sourceId }) => sourceId === claim.sourceId) : [],
        conflicts: conflictsOfClaim(claim, knowledge),
      }))
      .filter(isFinding)
      .toSorted((a, b) => rank(a) - rank(b) || (rank(a) % 4 === 1 ? (b.claim.n ?? 0) - (a.claim.n ?? 0) : 0));
    const found = new Set(findings.map(({ claim }) => claim.id));
    return {
      treatment,
      findings,
      otherStatements: own.filter(({ id }) => !found.has(id)),
      harms: orderClaims(harms.filter(({ statement }) => names(statement, treatment.harmWords))),
    };
  });
}

function isOn(claim: Claim, { isTopic, topic, words }: Treatment): boolean {
  if (isTopic) return claim.topic === topic?.id;
  return names([claim.statement, ...claim.figures.map(({ name }) => name)].join(' . '), words);
}

function names(text: string, words: readonly string[]): boolean {
  const folded = ` ${foldText(text)} `;
  return words.some((word) => folded.includes(` ${foldText(word)} `));
}

/** What was counted, or seen for or against the treatment; a retracted statement is neither. */
function isFinding({ claim, outcomes }: Pick<Finding, 'claim' | 'outcomes'>): boolean {
  const { figures, basis, evidenceDirection, retracted } = claim;
  if (retracted !== null) return false;
  if (figures.some(({ measure }) => measure !== null)) return outcomes.length > 0;
  return basis === 'observed' && evidenceDirection !== 'not-applicable';
}

/** Without what is counted of another drug, as in "partial response on ceritinib" after crizotinib. */
function outcomesOf({ figures }: Claim, treatment: Treatment, drugs: readonly string[]): OutcomeFigure[] {
  const isItsOwn = ({ name }: Figure) =>
    treatment.isTopic || names(name, treatment.words) || !names(name, drugs);
  const measured = (wanted: Figure['measure']) =>
    figures.filter((figure) => figure.measure === wanted && isItsOwn(figure));
  return [...measured('response'), ...measured('control')].map((figure) => {
    const { unit, value, n, operator, measure } = figure;
    const isCounted = measure === 'response' && unit === 'patients' && operator === '=';
    return { figure, interval: isCounted && value !== null && n !== null ? exactInterval(value, n) : null };
  });
}

/**
 * Responses, then control counted in several patients (the most patients first, so that no failure is hidden behind
 * single successes), control in one, words. Another tumour never stands before the same one.
 */
function rank({ claim, outcomes }: Finding): number {
  const isSame = claim.tumour === 'imt' || claim.tumour === 'eims';
  const [first] = outcomes;
  const ofSeveral = outcomes.some(({ figure }) => figure.unit === 'patients' && (figure.n ?? 0) > 1);
  const kind = first?.figure.measure === 'response' ? 0 : ofSeveral ? 1 : first ? 2 : 3;
  return (isSame ? 0 : 4) + kind;
}
