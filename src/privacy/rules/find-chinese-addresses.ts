import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import { mayHoldHan } from '../may-hold-han.ts';
import type { Page } from '../page.ts';

/** A part of an address ends at the first of these, so that it can be read in one way only. */
const ends = '省市区區县縣州镇鎮乡鄉路街道巷弄村';
const stem = String.raw`(?:(?![${ends}])\p{Script=Han}){1,10}`;
const areas = `(?:${stem}[省市区區县縣州镇鎮乡鄉]){0,5}`;
const house = String.raw`(?: ?[\dA-Za-z-]{1,6} ?(?:号|號|栋|幢|座|单元|楼|室|户|组|层)){0,4}`;

const patterns = [
  // 杭州市西湖区文三路391号, 建国路88号, 3栋2单元501室
  new RegExp(
    String.raw`${areas}${stem}(?:大道|大街|胡同|路|街|道|巷|弄) ?\d{1,5} ?(?:号|號|弄|栋|幢)${house}`,
    'gu',
  ),
  new RegExp(
    `(?:${stem}[省市区區县縣州镇鎮乡鄉]){1,5}${stem}(?:街道|村|小区|花园|社区|公寓|苑)${house}`,
    'gu',
  ),
];
/** All that the patterns read, from the first Han letter on: to try each such stretch is as good as the whole text, and faster. */
const stretch = /(?=[\u2E80-\uFFFF])\p{Script=Han}[\p{Script=Han}\dA-Za-z -]*/gu;
const hint = /(?:道|街|胡同|路|巷|弄) ?\d|街道|村|小区|花园|社区|公寓|苑/;
const flat = /\d{1,4} ?(?:栋|幢|座|号楼) ?\d{1,3} ?单元 ?(?:\d{2,5} ?室?)?/gu;
const announced =
  /(?=[\u4E00-\u9FFF])(?:家庭住址|家庭地址|现住址|住址|地址|户籍地|户籍|籍贯|居住地|居住在|家住|现住|住在|邮寄至) ?[:是在]? ?(?<value>\p{Script=Han}[\p{Script=Han}\dA-Za-z#-]{2,40})/gu;

/** Wards, beds and departments are no home. */
const ofHospital = /病房|病区|床|科室|门诊|医院/;

/**
 * Chinese addresses: a street with its number, a village, or what stands behind 住址 and its like.
 *
 * @example
 * findChineseAddresses(readPage('住址：北京市朝阳区建国路88号')).next().value //=> { type: 'address', start: 3, end: 15 }
 */
export function* findChineseAddresses({ text }: Page): Generator<Candidate> {
  if (!mayHoldHan(text) || !/[路街道巷弄村镇鎮乡鄉区區室栋幢元址住籍苑寓园组]/.test(text)) return;
  for (const { value, start, end } of written(text)) {
    if (!ofHospital.test(value)) yield { type: 'address', start, end };
  }
}

function* written(text: string) {
  for (const { whole, start: from } of eachMatch(stretch, text)) {
    if (!hint.test(whole)) continue;
    for (const pattern of patterns) {
      for (const { value, start, end } of eachMatch(pattern, whole))
        yield { value, start: from + start, end: from + end };
    }
  }
  yield* eachMatch(flat, text);
  yield* eachMatch(announced, text);
}
