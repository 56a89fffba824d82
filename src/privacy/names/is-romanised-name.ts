/** Family names of Chinese in Latin letters; those that are English words as well are left out. */
const surnames = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie tang deng feng cao
  peng zeng xiao tian dong yuan cai jiang yu ye cheng wei lu ding ren shen yao jin qian xiong bai meng qin qiu hou yin
  xue yan cui duan hao shao zhong gong liao lai zou shi fu wan fang han jia tao jiao`.split(/\s+/),
);

const syllable =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)';
const given = new RegExp(`^(?:${syllable}){1,2}$`);

const koreanSurnames = new Set(
  'kim lee park choi jung jeong kang cho yoon jang lim shin seo kwon hwang ahn ryu hong moon'.split(' '),
);
const koreanSyllable =
  '(?:min|jun|ji|woo|hyun|seo|yeon|soo|su|jin|young|ho|hee|kyung|sung|jae|eun|mi|sun|dong|hwan|tae|yong|chul|won|seok|hoon|bin|ha|na|ra|yun|yoon|kyu|sang|geun|joo|ju|chan|hye|bo|ah|do|yu|seung|myung|hyeon)';
const koreanGiven = new RegExp(`^${koreanSyllable}-?${koreanSyllable}$`);

/**
 * Whether two words are a Chinese or Korean name in Latin letters, in either order.
 *
 * @example
 * isRomanisedName('Zhang', 'Wei') //=> true
 */
export function isRomanisedName(first: string, second: string): boolean {
  const [one, two] = [first.toLowerCase(), second.toLowerCase()];
  if (koreanSurnames.has(one) && koreanGiven.test(two)) return true;
  if (koreanSurnames.has(two) && koreanGiven.test(one)) return true;
  return (surnames.has(one) && isGiven(two)) || (surnames.has(two) && isGiven(one));
}

function isGiven(word: string): boolean {
  return word.length > 1 && word.split('-').length < 3 && given.test(word.replace('-', ''));
}
