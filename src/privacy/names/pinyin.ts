/** Family names of Chinese in Latin letters; those that are English words as well are left out. */
const surnames = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie tang deng feng cao
  peng zeng xiao tian dong yuan cai jiang yu ye cheng wei lu ding ren shen yao jin qian xiong bai meng qin qiu hou yin
  xue yan cui duan hao shao zhong gong liao lai zou shi fu wan fang han jia tao jiao`.split(/\s+/),
);

const syllable =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)';
const given = new RegExp(`^(?:${syllable}){1,2}$`);

/**
 * Whether two words are a Chinese name in Latin letters, in either order.
 *
 * @example
 * isPinyinName('Zhang', 'Wei') //=> true
 */
export function isPinyinName(first: string, second: string): boolean {
  const [one, two] = [first.toLowerCase(), second.toLowerCase()];
  return (surnames.has(one) && isGiven(two)) || (surnames.has(two) && isGiven(one));
}

function isGiven(word: string): boolean {
  return word.length > 1 && word.split('-').length < 3 && given.test(word.replace('-', ''));
}
