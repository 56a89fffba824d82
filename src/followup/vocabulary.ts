/**
 * The words for examinations and places that a follow-up may hold. A list, not free text: what is not on it could
 * be a name. First the word that is kept, then what else people write for it.
 */
const modalityWords: Readonly<Record<string, readonly string[]>> = {
  CT: ['ct scan', 'cect'],
  MRI: ['mr', 'mri scan', 'mrt'],
  'CT or MRI': ['ct/mri', 'mri/ct', 'mri or ct'],
  'PET-CT': ['pet/ct', 'pet ct', 'petct', 'pet'],
  'PET-MRI': ['pet/mri', 'pet/mr', 'pet mri'],
  ultrasound: ['us', 'sonography', 'uss'],
  'X-ray': ['xray', 'x ray', 'cxr', 'radiograph'],
  bronchoscopy: [],
  cystoscopy: [],
  endoscopy: [],
  'blood count': ['blood', 'fbc', 'cbc', 'bloods', 'blood test'],
};

const siteWords: Readonly<Record<string, readonly string[]>> = {
  chest: ['thorax', 'lung', 'lungs'],
  abdomen: ['abdominal', 'belly'],
  pelvis: ['pelvic'],
  'abdomen and pelvis': ['abdomen pelvis', 'abdomen-pelvis', 'ap'],
  'chest, abdomen and pelvis': ['chest abdomen pelvis', 'cap', 'tap', 'chest-abdomen-pelvis'],
  mediastinum: [],
  heart: ['cardiac'],
  liver: [],
  kidney: ['kidneys', 'renal'],
  bladder: ['urinary bladder'],
  bowel: ['intestine', 'colon'],
  stomach: ['gastric'],
  uterus: ['uterine'],
  head: [],
  brain: ['cns'],
  'skull base': ['base of skull', 'skull-base'],
  orbit: ['eye', 'orbits'],
  'head and neck': ['head neck', 'head-neck'],
  neck: ['cervical'],
  larynx: [],
  trachea: ['airway'],
  spine: ['spinal'],
  arm: ['upper limb', 'upper extremity'],
  leg: ['lower limb', 'lower extremity'],
  'whole body': ['whole-body', 'body'],
  'surgical bed': ['tumour bed', 'tumor bed', 'operation site'],
  blood: [],
};

/** Spellings in small letters without commas, each with the word that is kept. */
export type Spellings = ReadonlyMap<string, string>;

/** Longer spellings first, so that `chest abdomen pelvis` is not read as `chest`. */
function spellings(words: Readonly<Record<string, readonly string[]>>): Spellings {
  const pairs = Object.entries(words).flatMap(([word, others]) =>
    [word, ...others].map((spelling): [string, string] => [spelling.toLowerCase().replaceAll(',', ''), word]),
  );
  return new Map(pairs.sort(([a], [b]) => b.length - a.length));
}

export const MODALITIES: readonly string[] = Object.keys(modalityWords);
export const BODY_SITES: readonly string[] = Object.keys(siteWords);
export const modalitySpellings: Spellings = spellings(modalityWords);
export const siteSpellings: Spellings = spellings(siteWords);
