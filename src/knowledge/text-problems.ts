import type { Problem } from './problem.ts';
import type { KnowledgeFile } from './read-files.ts';

/** What stands where bytes were that are no UTF-8. */
const unreadable = '\uFFFD';
const leftByMerge = /^(?:<{7}|\|{7}|>{7})(?: .*)?$/m;

/** What is wrong with a text before it is read as YAML, by which its mistakes would be told in the wrong words. */
export function textProblems({ path: file, text }: KnowledgeFile): Problem[] {
  const at = (place: number, expected: string) => {
    const line = text.slice(0, place).split('\n').length;
    return { file, path: '(text)', line, expected };
  };
  const problems: Problem[] = [];
  const sign = text.indexOf(unreadable);
  if (sign !== -1)
    problems.push(
      at(sign, 'a character here is not UTF-8: save the file as UTF-8 and write the character again'),
    );
  const marker = leftByMerge.exec(text);
  if (marker)
    problems.push(
      at(
        marker.index,
        'a merge left two versions here: keep one, and delete the other with the lines <<<<<<<, ======= and >>>>>>>',
      ),
    );
  return problems;
}
