import type { Claim, Conflict, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { namesAny } from '../names-any.ts';
import { orderClaims } from '../order-claims.ts';
import { conflictsOfFinding } from './conflicts-of-finding.ts';
import { type CreditedOutcomes, creditedOutcomes, type OutcomeFigure } from './credited-outcomes.ts';
import type { Treatment } from './find-treatment.ts';

export interface Finding {
  claim: Sourced<Claim>;
  /** Responses first, then control; none when the finding is in words alone, or its figures are of no one treatment. */
  outcomes: OutcomeFigure[];
  /** Harms that the same source counts. */
  harms: Sourced<Claim>[];
  /** Those that touch the treatment. */
  conflicts: Conflict[];
}

export interface ComparedTreatment {
  treatment: Treatment;
  /** The same tumour first; then responses, control counted in several patients, in one, findings in words. */
  findings: Finding[];
  /** Opinions, statements that argue neither way, and what is retracted, findings and harms alike. */
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
  knowledge: Pick<KnowledgeBase, 'claims' | 'conflicts' | 'vocabulary' | 'topics'>,
): ComparedTreatment[] {
  const all = [...knowledge.claims.values()];
  const toldOfHarm = all.filter(({ topic }) => topic === harmsTopic);
  const harms = toldOfHarm.filter(({ retracted }) => retracted === null);
  return treatments.map((treatment) => {
    const own = orderClaims(all.filter((claim) => claim.topic !== harmsTopic && isOn(claim, treatment)));
    const findings = own
      .map((claim) => ({ claim, credited: creditedOutcomes(claim, treatment, knowledge) }))
      .filter(isFinding)
      .map(({ claim, credited: { outcomes } }) => ({
        claim,
        outcomes,
        // What a source only cites has nothing to do with the harms that it saw itself.
        harms: claim.basis === 'observed' ? harms.filter(({ sourceId }) => sourceId === claim.sourceId) : [],
        conflicts: conflictsOfFinding({ claim, outcomes }, treatment, knowledge),
      }))
      .toSorted(asShown);
    const found = new Set(findings.map(({ claim }) => claim.id));
    const itsHarms = orderClaims(
      toldOfHarm.filter(({ statement }) => namesAny(statement, treatment.harmWords)),
    );
    return {
      treatment,
      findings,
      otherStatements: [
        ...own.filter(({ id }) => !found.has(id)),
        ...itsHarms.filter(({ retracted }) => retracted !== null),
      ],
      harms: itsHarms.filter(({ retracted }) => retracted === null),
    };
  });
}

function isOn(claim: Claim, { isTopic, topic, words }: Treatment): boolean {
  if (isTopic) return claim.topic === topic?.id;
  return namesAny([claim.statement, ...claim.figures.map(({ name }) => name)].join(' . '), words);
}

/** What was counted, or seen for or against the treatment; a retracted statement is neither. */
function isFinding({ claim, credited }: { claim: Claim; credited: CreditedOutcomes }): boolean {
  const { figures, basis, evidenceDirection, retracted } = claim;
  if (retracted !== null) return false;
  if (figures.some(({ measure }) => measure !== null))
    return credited.outcomes.length > 0 || credited.someAreUntold;
  return basis === 'observed' && evidenceDirection !== 'not-applicable';
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
