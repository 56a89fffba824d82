import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const patterns = [
  // 杭州市西湖区文三路391号, 建国路88号, 3栋2单元501室
  /(?:\p{Script=Han}{2,8}(?:省|市|区|區|县|縣|州)){0,4}\p{Script=Han}{1,10}(?:路|街|大道|巷|弄|胡同|大街) ?\d{1,5} ?(?:号|號|弄|栋|幢)(?:[ ]?[\dA-Za-z-]{1,6} ?(?:号|栋|幢|座|单元|楼|室|户|层)){0,4}/gu,
  /(?:\p{Script=Han}{2,8}(?:省|市|区|區|县|縣|州|镇|鎮|乡|鄉)){1,4}\p{Script=Han}{0,10}(?:村|小区|花园|社区|新村|公寓|苑|镇|乡|组)(?: ?[\dA-Za-z]{1,5} ?(?:号|栋|幢|座|单元|楼|室|组|户)){0,4}/gu,
  /\d{1,4} ?(?:栋|幢|座|号楼) ?\d{1,3} ?单元 ?(?:\d{2,5} ?室?)?/gu,
];
const announced =
  /(?:家庭住址|家庭地址|现住址|住址|地址|户籍地|户籍|籍贯|居住地|居住在|家住|现住|住在|邮寄至) ?[:是在]? ?(?<value>\p{Script=Han}[\p{Script=Han}\dA-Za-z#-]{2,40})/gu;

/** Wards, beds and departments are no home. */
const ofHospital = /病房|病区|床|科室|门诊|医院/;

/**
 * Chinese addresses: a street with its number, a village, or what stands behind 住址 and its like.
 *
 * @example
 * [...findChineseAddresses(readPage('住址：北京市朝阳区建国路88号'))] //=> [{ type: 'address', start: 3, end: 15 }]
 */
export function* findChineseAddresses({ text }: Page): Generator<Candidate> {
  if (!/[路街道巷弄村镇鎮乡鄉区區室栋幢元址住籍苑寓园组]/.test(text)) return;
  for (const pattern of [...patterns, announced]) {
    for (const { value, start, end } of eachMatch(pattern, text)) {
      if (!ofHospital.test(value)) yield { type: 'address', start, end };
    }
  }
}
