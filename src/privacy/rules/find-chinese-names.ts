import type { Match } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import { mayHoldHan } from '../may-hold-han.ts';
import { near } from '../near.ts';
import type { Page } from '../page.ts';

const compound =
  '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|令狐|慕容|夏侯|司徒|歐陽|司馬|諸葛|端木|公孙|轩辕|长孙|宇文';
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭呂盧鐘譚陸範葉蔣蘇鄒賈顧龔錢嚴湯温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const surname = `(?:${compound}|[${single}])`;
const given = String.raw`\p{Script=Han}{1,2}`;

/** Words that begin as a surname would. */
const words =
  /^(?:于[我外院前后术是]|常规|高[龄热度压血危频分质位处级]|方[案法式面]|黄[疸色染]|白[细蛋血色天]|何[时种处]|严[重密格]|任[何意]|金[属标]|平[素均时]|石[膏蜡]|路径|安[全排静]|温[度和]|向[家医本我]|时[有间常]|曾[行有经于在因患服接]|管[理腔道]|康复|成[年人功分]|水肿|应[该用当予]|单[侧纯发次个]|解[释剖除]|连续|全[身程部面切]|和[家其]|明[确显]|有|在|因|行|时|阳性|阴性|关[于节注]|古|余[病灶无]|项目|荣|华|景|游离|通[过气]|来[自我院]|包[括块膜埋]|车祸|左[侧肺上下肾]|右|谷[丙草]|毛[细发]|江|温|简单|季度|明天|全麻|万一|段[落]|成[功形]|路|申请|申[报]|牛|冷[冻]|明日|米|连[同]|费用|安慰|古[典]|师|商[量讨]|应|和|边[缘界]|麻醉|查[体房看]|司|席|师|关闭|边|单|宗|景|房[颤间]|顾[虑]|符合|施行|施[术]|甘油|盛行|章程|凌晨|解|卫生|农[村民]|时|农|党|宫[颈腔体内外]|殷|车|梅毒|乔|柏|苗|简|沙|明|冷|桑|桂|康|戴[镜]|史[无]|叶[酸下]|龙|钟|雷|贺|钱|武|汤|邵)/;

const label =
  '(?:患者|病人|患儿|患兒|病友|病员|家属|姓名|名字|联系人|产妇|伤者|逝者|孩子|其[父母妻夫子女]|父亲|母亲)';
const signed = new RegExp(
  String.raw`${label}(?:姓名|名字)? ?(?:[:=]|是|为|叫|名叫) ?(?<value>${surname}${given})(?!\p{Script=Han})|姓名 ?[:=]? ?(?<name>${surname}${given})(?!\p{Script=Han})`,
  'gu',
);
const adjoining = new RegExp(
  String.raw`${label}(?<value>${surname}${given})(?=$|[^\p{Script=Han}\d]|[男女]|今年|现年)|${label}(?<name>${surname}\p{Script=Han}{2})(?=术后|复查|今[日天]|昨[日天]|目前|入院|来诊|要求|诉|的)`,
  'gu',
);
const described = new RegExp(
  String.raw`(?=\p{Script=Han})(?<!\p{Script=Han})(?<name>${surname}${given})(?= ?[,、;(/ ]{1,2} ?(?:[男女]|\d{1,3} ?[岁歲]))`,
  'gu',
);
const titles = '先生|女士|小姐|太太|阿姨|叔叔|大爷|大妈|奶奶|爷爷|大叔|大姐|同学|小朋友';
const titled = new RegExp(String.raw`(?<name>${surname}\p{Script=Han}{0,2}?(?:${titles}))`, 'gu');
const clinician = new RegExp(
  String.raw`(?<name>${surname}\p{Script=Han}{0,2}?(?:医生|主任|教授|大夫|护士长?|醫生))`,
  'gu',
);

const offices = '医生|主任|教授|大夫|护士|醫生';

/** By the first sign alone first, which is faster. */
const labelled = new RegExp(`(?=[\\u4E00-\\u9FFF])(?=[患病家姓名联产伤逝孩其父母])(?=${label})`, 'g');

/** Each is tried only about the signs that it must hold. */
const signedNames = near(signed, labelled, 0);
const names = [
  near(adjoining, labelled, 0),
  near(described, /[男女岁歲]/g, 14),
  near(titled, new RegExp(titles, 'g'), 6),
];
const clinicians = near(clinician, new RegExp(offices, 'g'), 6);

/**
 * Chinese names that the words around them give away: behind 患者 or 姓名, before 男 or 岁, before 先生. A clinician's
 * (医生, 主任) is only asked about.
 *
 * @example
 * [...findChineseNames(readPage('患者王小明，54Gy'))] //=> [{ type: 'name', start: 2, end: 5 }]
 */
export function* findChineseNames({ text }: Page): Generator<Candidate> {
  if (!mayHoldHan(text)) return;
  for (const match of signedNames(text)) yield { type: 'name', ...placeOf(match) };
  for (const match of names.flatMap((find) => find(text))) {
    if (!words.test(nameOf(match))) yield { type: 'name', ...placeOf(match) };
  }
  for (const match of clinicians(text)) {
    if (!words.test(nameOf(match))) yield { type: 'possible-name', ...placeOf(match) };
  }
}

function nameOf({ whole, groups }: Match): string {
  return groups.value ?? groups.name ?? whole;
}

function placeOf(match: Match): { start: number; end: number } {
  const { start, end, groups } = match;
  return { start: groups.value === undefined ? end - nameOf(match).length : start, end };
}
