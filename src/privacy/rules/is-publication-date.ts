const published =
  /(?:published(?: online)?|e-?pub(?: ahead of print)?|accessed|retrieved|last updated|updated|data cut-?off(?: date)?|cut-?off date|searched|search date)[^.;\n\d]{0,25}$/;
const regulator =
  /(?<![a-z])(?:fda|ema|nmpa|pmda|mhra|tga|nice|health canada|swissmedic|european commission|usa|us|u\.s\.|eu|europe|china|japan|uk|canada)(?![a-z])/;
const approval = /(?:approv|authori[sz]|licen[sc]ed|licensing|accelerated|orphan)/;
const person = /(?<![a-z])(?:patient|pt|he|she|his|her|born|dob|seen|surgery|admitted|plan)(?![a-z])/;

/**
 * Whether what stands before a date says that it is one of a publication or of a drug's approval, not of a patient.
 *
 * @example
 * isPublicationDate('the fda approved crizotinib on ') //=> true
 */
export function isPublicationDate(before: string): boolean {
  const clause = before.slice(-140).replace(/^[\s\S]*[.;\n](?=\s)/, '');
  if (person.test(clause)) return false;
  return published.test(clause) || (approval.test(clause) && regulator.test(clause));
}
