import type { Claim, Conflict, Figure, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { conflictsOfClaim } from '../conflicts-of-claim.ts';
import { namesAny } from '../names-any.ts';
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
      .toSorted(asShown);
    const found = new Set(findings.map(({ claim }) => claim.id));
    return {
      treatment,
      findings,
      otherStatements: own.filter(({ id }) => !found.has(id)),
      harms: orderClaims(harms.filter(({ statement }) => namesAny(statement, treatment.harmWords))),
    };
  });
}

function isOn(claim: Claim, { isTopic, topic, words }: Treatment): boolean {
  if (isTopic) return claim.topic === topic?.id;
  return namesAny([claim.statement, ...claim.figures.map(({ name }) => name)].join(' . '), words);
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
    treatment.isTopic || namesAny(name, treatment.words) || !namesAny(name, drugs);
  const measured = (wanted: Figure['measure']) =>
    figures.filter((figure) => figure.measure === wanted && isItsOwn(figure));
  return [...measured('response'), ...measured('control')].map((figure) => {
    const { unit, value, n, operator, measure } = figure;
    const isCounted = measure === 'response' && unit === 'patients' && operator === '=';
    return { figure, interval: isCounted && value !== null && n !== null ? exactInterval(value, n) : null };
  });
}

/** Another tumour never stands before the same one; of control, the most patients come first, so that no failure is hidden behind single successes. */
function asShown(one: Finding, other: Finding): number {
  const [kind, otherKind] = [kindRank(one), kindRank(other)];
  const byPatients = kind === countedControl ? (other.claim.n ?? 0) - (one.claim.n ?? 0) : 0;
  return tumourRank(one) - tumourRank(other) || kind - otherKind || byPatients;
}

const tumourRank = ({ claim: { tumour } }: Finding) => (tumour === 'imt' || tumour === 'eims' ? 0 : 1);

const countedControl = 1;

/** Responses, then control counted in several patients, control in one, words. */
function kindRank({ outcomes }: Finding): number {
  const [first] = outcomes;
  if (first?.figure.measure === 'response') return 0;
  if (outcomes.some(({ figure }) => figure.unit === 'patients' && (figure.n ?? 0) > 1)) return countedControl;
  return first ? 2 : 3;
}
