import type { Figure, KnowledgeBase, LoadedClaim } from '../../../knowledge/schema.ts';
import { namesAny } from '../names-any.ts';

/** Figures by which a comparison of treatments would leave something out, or say it of the wrong drug. */
export interface FiguresToCompare {
  /** They look like a response or like control, and no figure of their statement says by `measure` that it is one. */
  withoutMeasure: string[];
  /** They name no drug, and their statement names several: it can be given to none of those. */
  ofSeveralDrugs: string[];
}

/**
 * What a curator should look at in the figures of some statements, as "id: name".
 *
 * @example
 * figuresToCompare(['guo-2024-case-dose'], knowledge) //=> { withoutMeasure: [], ofSeveralDrugs: [] }
 */
export function figuresToCompare(
  ids: readonly string[],
  { claims, vocabulary }: Pick<KnowledgeBase, 'claims' | 'vocabulary'>,
): FiguresToCompare {
  const found: FiguresToCompare = { withoutMeasure: [], ofSeveralDrugs: [] };
  const drugs = vocabulary.filter(({ isTreatment }) => isTreatment).flatMap(({ terms }) => terms);
  for (const id of ids) {
    const claim = claims.get(id);
    if (!claim) continue;
    found.withoutMeasure.push(...unmeasured(claim).map(({ name }) => `${id}: ${name}`));
    const named = drugs.filter((drug) => !aClass.test(drug) && namesAny(claim.statement, [drug]));
    if (named.length < 2) continue;
    const unnamed = claim.figures.filter(
      ({ measure, name }) => measure === 'response' && !namesAny(name, drugs),
    );
    found.ofSeveralDrugs.push(...unnamed.map(({ name }) => `${id}: ${name} (${named.join(', ')})`));
  }
  return found;
}

/** "The ALK inhibitor crizotinib" is one drug. */
const aClass = /inhibitor/i;

/** Those who were compared with are no outcome. */
const looksLikeOutcome = /respon|remission|\bcontrol(?:led)?\b(?! (?:arm|group))/i;

/** Beside one that is compared, others may say the same in percent or tell of its parts. */
function unmeasured({ figures }: LoadedClaim): Figure[] {
  if (figures.some(({ measure }) => measure !== null)) return [];
  return figures.filter(
    ({ name, unit }) => (unit === '%' || unit === 'patients') && looksLikeOutcome.test(name),
  );
}
