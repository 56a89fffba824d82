import type { Concept, KnowledgeBase, Topic } from '../../../knowledge/schema.ts';
import { foldText } from '../fold-text.ts';

export interface Treatment {
  /** As the knowledge base writes it; reads back as the same treatment. */
  label: string;
  /** The topic that it is, or under which its word stands. */
  topic: Topic | null;
  /** Set when it is a whole topic; otherwise statements are found by its words. */
  isTopic: boolean;
  words: readonly string[];
  /** Words under which harms may be told: those of its class as well. */
  harmWords: readonly string[];
}

/**
 * The treatment that a text names: a topic of treatment, or a word or heading of the vocabulary that stands for one;
 * null when it is none.
 *
 * @example
 * findTreatment('chemo', knowledge)?.label //=> 'Chemotherapy'
 * findTreatment('crizotinib', knowledge)?.words //=> ['crizotinib']
 */
export function findTreatment(
  text: string,
  { topics, vocabulary }: Pick<KnowledgeBase, 'topics' | 'vocabulary'>,
): Treatment | null {
  const wanted = foldText(text);
  const isWanted = (name: string) => [wanted, wanted.replace(/s$/, '')].includes(foldText(name));
  const topic = topics.find(
    ({ id, title, synonyms, isTreatment }) => isTreatment && [id, title, ...synonyms].some(isWanted),
  );
  const concepts = vocabulary.filter(({ isTreatment }) => isTreatment);
  if (topic) {
    const own = [topic.title, ...topic.synonyms];
    const below = concepts.filter((concept) => concept.topic === topic.id);
    const harmWords = [...own, ...below.flatMap(({ label, terms }) => [label, ...terms])];
    return { label: topic.title, topic, isTopic: true, words: own, harmWords };
  }
  const topicOf = (concept: Concept) => topics.find(({ id }) => id === concept.topic) ?? null;
  const heading = concepts.find(({ label }) => isWanted(label));
  if (heading) {
    const words = [heading.label, ...heading.terms];
    return { label: heading.label, topic: topicOf(heading), isTopic: false, words, harmWords: words };
  }
  for (const concept of concepts) {
    const term = concept.terms.find(isWanted);
    if (term !== undefined)
      return {
        label: term,
        topic: topicOf(concept),
        isTopic: false,
        words: [term],
        harmWords: [term, concept.label],
      };
  }
  return null;
}
