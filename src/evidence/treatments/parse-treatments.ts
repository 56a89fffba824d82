import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { UserError } from '../../errors.ts';
import { editDistance } from '../edit-distance.ts';
import { foldText } from '../fold-text.ts';
import { findTreatment, type Treatment } from './find-treatment.ts';

const separator = /\s*(?:[,;]|(?<![\p{L}\p{N}])(?:vs?\.?|versus|or|against)(?![\p{L}\p{N}]))\s*/iu;
const setting = /\s(?:for|in|after|with)\s.*$/iu;
/** As many as fit side by side. */
export const mostTreatments = 5;
const longest = 300;
const example = '`/imt compare crizotinib vs chemotherapy vs radiotherapy`';
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

export interface AskedTreatments {
  treatments: Treatment[];
  /** Whether words behind the last one, as "for unresectable IMT", were left aside. */
  settingLeftAside: boolean;
}

/**
 * The treatments of a comparison, two to five, between `vs`, `versus`, `or`, `against` or commas. What stands behind
 * the last one ("for unresectable IMT") is left aside. What is not known is not repeated, since it may be a patient's.
 * Throws `UserError` with what to write.
 *
 * @example
 * parseTreatments('crizotinib vs chemo, RT', knowledge).treatments.map(({ label }) => label)
 * //=> ['crizotinib', 'Chemotherapy', 'Radiotherapy']
 */
export function parseTreatments(
  text: string,
  knowledge: Pick<KnowledgeBase, 'topics' | 'vocabulary'>,
): AskedTreatments {
  if (text.length > longest)
    throw new UserError(`That is longer than a comparison can be. Write for example ${example}.`);
  const parts = text.split(separator).filter((part) => foldText(part) !== '');
  if (parts.length > mostTreatments)
    throw new UserError(
      `At most ${mostTreatments} treatments fit side by side. Write fewer, for example ${example}.`,
    );
  const last = parts.at(-1) ?? '';
  const hasSetting = findTreatment(last, knowledge) === null && setting.test(last);
  const names = hasSetting ? [...parts.slice(0, -1), last.replace(setting, '')] : parts;
  const found = names.map((name) => findTreatment(name, knowledge));
  const unknown = found.indexOf(null);
  if (unknown >= 0) throw new UserError(notATreatment(names[unknown] ?? '', unknown, knowledge));
  const treatments = found.filter((one) => one !== null);
  const different = treatments.filter(
    ({ label }, at) => treatments.findIndex((other) => other.label === label) === at,
  );
  if (different.length < 2) {
    const [one] = different;
    const same = one && treatments.length > 1 ? `Here those words mean the same: ${one.label}. ` : '';
    throw new UserError(`${same}A comparison needs two different treatments. Write for example ${example}.`);
  }
  return { treatments: different, settingLeftAside: hasSetting };
}

function notATreatment(
  name: string,
  at: number,
  { topics, vocabulary }: Pick<KnowledgeBase, 'topics' | 'vocabulary'>,
): string {
  const wanted = foldText(name).slice(0, 40);
  const known = [
    ...topics.filter(({ isTreatment }) => isTreatment).flatMap(({ title, synonyms }) => [title, ...synonyms]),
    ...vocabulary.filter(({ isTreatment }) => isTreatment).flatMap(({ label, terms }) => [label, ...terms]),
  ];
  const near = known.filter(
    (word) => wanted.length >= 4 && editDistance(wanted, foldText(word)) <= Math.floor(word.length / 4),
  );
  const offer = near.length === 0 ? '' : ` Did you mean ${near.slice(0, 3).join(', ')}?`;
  return `The ${ordinals[at]} of your treatments is not one that this knowledge base knows.${offer} Write for example ${example}; \`/imt compare\` lists what can be compared.`;
}
