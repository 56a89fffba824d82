import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import { eponymPairs } from '../names/clinical-words.ts';
import { isCommonWord } from '../names/is-common-word.ts';
import { isGivenName, isStrongSurname, isSurname } from '../names/is-name.ts';
import type { Page } from '../page.ts';

/** Where a name of a file ends; how far it reaches back is read behind it. */
const endings =
  /\.(?:(?<picture>jpe?g|png|heic|heif|gif|tiff?|bmp|webp|dcm|dicom|nii|svs|ndpi|mov|mp4|avi|m4v)|pdf|docx?|odt|rtf|txt|pptx?|xlsx?|csv|zip|rar|7z|eml|msg)(?![\p{L}\d])/giu;
const ofStem = /[\p{L}\p{M}\d_.+-]/u;
const longestStem = 90;

/** A name of two words, each with its capital and nothing between. */
const camel = /(?<=\p{Ll})(?=\p{Lu})/u;
/** "Lee_2006" cites. */
const citation = /^(?:19|20)\d{2}$|^al$/;

/**
 * Names of pictures and documents that hold somebody's name: IMG_0412_Given_Surname.jpg.
 *
 * @example
 * [...findFileNames(readPage('scan_tobias_quill.png'))] //=> [{ type: 'possible-name', start: 0, end: 21 }]
 */
export function* findFileNames({ text }: Page): Generator<Candidate> {
  for (const { start: dot, end, groups } of eachMatch(endings, text)) {
    let start = dot;
    while (start > 0 && dot - start < longestStem && ofStem.test(text.charAt(start - 1))) start -= 1;
    const before = text.slice(start, dot);
    if (before.length > 1 && holdsName(before, groups.picture !== undefined))
      yield { type: 'possible-name', start, end };
  }
}

function holdsName(file: string, isPicture: boolean): boolean {
  const words = file.split(/[_.+-]|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u).flatMap((word) => word.split(camel));
  const isJoined = isPicture && file.split(/[_.+-]/).some(isNameJoined);
  const isPhoto = words.some((word) => photographed.test(word));
  const isEponym = (at: number) => eponymPairs.has(`${words[at]}-${words[at + 1]}`.toLowerCase());
  return (
    isJoined ||
    words.some((word, at) => {
      const next = words[at + 1] ?? '';
      if (!isPart(word) || citation.test(next) || isEponym(at) || isEponym(at - 1)) return false;
      const isOfBody = isPicture && isPhoto && word.length > 3 && !fieldEndings.test(word);
      if (isOfBody || !isPart(next)) return isOfBody || (isPicture && isGivenName(word) && word.length > 3);
      if (citation.test(words[at + 2] ?? '')) return false;
      const isGiven = isGivenName(word) || isGivenName(next);
      if (isPicture) return isGiven || isStrongSurname(word) || isStrongSurname(next);
      return isGiven && [word, next].every((each) => isGivenName(each) || isSurname(each));
    })
  );
}

/** "FatumaWarsame": two words and no more, neither of the field. */
function isNameJoined(piece: string): boolean {
  const parts = piece.split(camel);
  return (
    parts.length === 2 &&
    parts.every((part) => /^\p{Lu}\p{Ll}{3,}$/u.test(part) && isPart(part) && !fieldEndings.test(part))
  );
}

const fieldEndings = /(?:ed|ing|al|ic|or|ar|map)$/i;
/** What people photograph is somebody's. */
const photographed =
  /^(?:wound|scar|face|facial|swelling|selfie|photo|foto|portrait|stoma|rash|belly|preop|postop|clinicalphoto|patient|pt)$/i;
const ofPictures =
  /^(?:axial|coronal|sagittal|lateral|anterior|posterior|left|right|front|back|zoom|crop|copy|final|edit|week|month|before|after|closeup|overview|detail|scale|colour|color|lowres|highres|thumb|thumbnail|preop|postop|intraop|whatsapp|screenshot|thorax|abdomen|specimen|gross|micro|isodose|overlay|plot|curve|wash|cloud|heat|screen|shot|slice|fusion|volcano|scatter|swimmer|waterfall|spider|gantt|box|violin|venn|histogram|mask|contour|viewer|stack|series)$/i;
const isPart = (word: string) =>
  /^\p{L}{3,24}$/u.test(word) && !isCommonWord(word) && !photographed.test(word) && !ofPictures.test(word);
