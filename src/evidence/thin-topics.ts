import type { KnowledgeBase } from '../../knowledge/schema.ts';

/** A topic is thin below either of these, or when nothing in it was seen in the tumour itself. */
export const thinBelow = { sources: 3, patients: 10 } as const;

export interface ThinTopic {
  id: string;
  statements: number;
  sources: number;
  /** The most patients behind one statement of what was observed; 0 when none says. */
  mostPatients: number;
  /** Whether every statement is on another tumour. */
  otherTumoursOnly: boolean;
}

/**
 * The topics whose standing statements come from fewer than 3 publications, of which none observed 10 patients or
 * more, or of which none is on the tumour itself (or its epithelioid variant); in the order of the topics.
 *
 * @example
 * thinTopics(knowledge).find(({ id }) => id === 'case') //=> { id: 'case', statements: 8, sources: 1, mostPatients: 1, otherTumoursOnly: false }
 */
export function thinTopics({ topics, claims }: Pick<KnowledgeBase, 'topics' | 'claims'>): ThinTopic[] {
  const standing = [...claims.values()].filter(({ retracted }) => retracted === null);
  return topics
    .map(({ id }) => {
      const ofTopic = standing.filter(({ topic }) => topic === id);
      const observed = ofTopic.filter(({ basis }) => basis === 'observed').map(({ n }) => n ?? 0);
      return {
        id,
        statements: ofTopic.length,
        sources: new Set(ofTopic.map(({ sourceId }) => sourceId)).size,
        mostPatients: Math.max(0, ...observed),
        otherTumoursOnly: ofTopic.every(({ tumour }) => tumour !== 'imt' && tumour !== 'eims'),
      };
    })
    .filter(
      ({ sources, mostPatients, otherTumoursOnly }) =>
        sources < thinBelow.sources || mostPatients < thinBelow.patients || otherTumoursOnly,
    );
}
