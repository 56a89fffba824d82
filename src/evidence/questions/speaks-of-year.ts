const measure = '(?:survival|alive|os|pfs|dfs|efs|rfs|recurrence|relapse|local control|control rate)';
const years = String.raw`(\d{1,2})[ -]?(?:y|yrs?|years?)`;
const askedAt = new RegExp(String.raw`\b${years}\b\W+(?:[\p{L}-]+\W+){0,2}${measure}\b`, 'iu');
const askedOf = new RegExp(String.raw`\b${measure}\b\W+(?:[\p{L}-]+\W+){0,3}${years}\b`, 'iu');

/**
 * Whether a statement tells of the year that a question asks of: who asks for survival at 10 years is not answered by
 * survival at 5. Every statement does where no year is asked of.
 *
 * @example
 * speaksOfYear('10-yr OS in IMT', 'Overall survival at 5 years was 93.8%.') //=> false
 */
export function speaksOfYear(question: string, statement: string): boolean {
  const asked = askedAt.exec(question)?.[1] ?? askedOf.exec(question)?.[1];
  if (asked === undefined) return true;
  const inMonths = String.raw`${12 * Number(asked)}(?:\.\d+)?[ -]months?`;
  return new RegExp(String.raw`\b(?:${Number(asked)}[ -]years?|${inMonths})\b`, 'i').test(statement);
}
