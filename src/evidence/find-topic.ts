import type { Concept, KnowledgeBase, Topic } from '../../knowledge/schema.ts';
import { editDistance } from './edit-distance.ts';
import { foldText } from './fold-text.ts';

export type TopicMatch = { topic: Topic } | { nearest: Topic[] };

/** Longer input is no name of a topic; it bounds the work of {@link editDistance}. */
const longestName = 60;
const nearestShown = 3;

/**
 * The topic that a text names, by its id, title, synonyms or a word of the vocabulary; otherwise the (at most three)
 * topics that come nearest, best first.
 *
 * @example
 * findTopic('RT', knowledge) //=> { topic: radiotherapy }
 * findTopic('radiotherpay', knowledge).nearest[0] //=> radiotherapy
 */
export function findTopic(text: string, knowledge: Pick<KnowledgeBase, 'topics' | 'vocabulary'>): TopicMatch {
  const wanted = foldText(text);
  const names = namedTopics(knowledge);
  const exact =
    names.find((entry) => entry.names.own.includes(wanted)) ??
    names.find((entry) => entry.names.vocabulary.includes(wanted));
  if (exact) return { topic: exact.topic };
  const ranked = names
    .map(({ topic, names: { own, vocabulary } }) => ({
      topic,
      score: nearness(wanted, [...own, ...vocabulary]),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return { nearest: ranked.slice(0, nearestShown).map(({ topic }) => topic) };
}

interface NamedTopic {
  topic: Topic;
  names: { own: string[]; vocabulary: string[] };
}

/** Folding the names of all topics costs more than to look through them, so it is done once a base. */
const named = new WeakMap<readonly Topic[], { vocabulary: readonly Concept[]; topics: NamedTopic[] }>();

function namedTopics({ topics, vocabulary }: Pick<KnowledgeBase, 'topics' | 'vocabulary'>): NamedTopic[] {
  const known = named.get(topics);
  if (known?.vocabulary === vocabulary) return known.topics;
  const folded = topics.map((topic) => ({ topic, names: namesOf(topic, vocabulary) }));
  named.set(topics, { vocabulary, topics: folded });
  return folded;
}

function namesOf(topic: Topic, vocabulary: readonly Concept[]): { own: string[]; vocabulary: string[] } {
  const concepts = vocabulary.filter((concept) => concept.topic === topic.id);
  return {
    own: [topic.id, topic.title, ...topic.synonyms].map(foldText),
    vocabulary: concepts.flatMap(({ label, terms }) => [label, ...terms]).map(foldText),
  };
}

/** A name that stands in the text as words counts most (more so the longer it is), then one that is nearly typed. */
function nearness(wanted: string, names: readonly string[]): number {
  if (wanted === '') return 0;
  const contained = names
    .filter((name) => ` ${wanted} `.includes(` ${name} `))
    .map(({ length }) => 2 + length);
  const words =
    wanted.length <= longestName ? [wanted, ...wanted.split(' ')] : wanted.slice(0, 500).split(' ');
  const typed = names.flatMap((name) => words.map((word) => likeness(word, name)));
  return Math.max(0, ...contained, ...typed);
}

/** 1 for the same word, 0 for one that shares less than two thirds of its letters or is too short to tell. */
function likeness(word: string, name: string): number {
  const longer = Math.max(word.length, name.length);
  if (word.length < 4 || longer > longestName) return 0;
  if (name.startsWith(word) || word.startsWith(`${name} `)) return 1;
  // Every letter that one has more is an edit, so most pairs need not be compared.
  if (Math.min(word.length, name.length) / longer < 2 / 3) return 0;
  const likeness = 1 - editDistance(word, name) / longer;
  return likeness >= 2 / 3 ? likeness : 0;
}
