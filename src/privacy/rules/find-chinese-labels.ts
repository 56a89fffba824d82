import { eachMatch } from '../each-match.ts';
import { eachMatchAt } from '../each-match-at.ts';
import type { Candidate } from '../finding.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import { mayHoldHan } from '../may-hold-han.ts';
import type { Page } from '../page.ts';
import { digitsOf } from './digits-of.ts';

const gap = '(?:号码|编号|号|码|ID)?[ ]{0,2}(?:是|为|[:=#-])?[ ]{0,2}';
const value = String.raw`(?<value>[A-Za-z]{0,4}[-]?\d[A-Za-z\d]{0,24}(?:[-./ ][A-Za-z\d]{1,12}){0,4})`;

const label = (type: IdentifierType, words: string, leastDigits: number) => ({
  type,
  leastDigits,
  words,
  pattern: new RegExp(`(?:${words})${gap}${value}`, 'iy'),
});

const labels = [
  label(
    'medical-record-number',
    '住院|病历|病歷|病案|门诊|門診|就诊卡|就诊|登记|登記|患者编|病人编|患者|病人|档案|檔案|诊疗卡|住院流水|体检|急诊|病员|病歷|掛號|挂号',
    5,
  ),
  label(
    'accession-number',
    '病理|标本|標本|检查|檢查|检验|影像|条码|條碼|切片|蜡块|蠟塊|样本|樣本|申请单|报告|送检|会诊|细胞学',
    4,
  ),
  label('health-plan-number', '社保|医保|醫保|医保卡|社保卡|保险单|保险|保单|參保|参保', 5),
  label('account-number', '银行卡|銀行卡|银行账|账户|帐户|账|帐|卡', 8),
  label('licence-number', '驾驶证|駕駛證|驾照|执照|执业证|军官证|军人证', 5),
  label('national-id', '护照|護照|通行证|通行證|居住证|身份证|身份證|身分證|证件|證件|港澳台', 6),
  label('device', '序列|设备|設備|起搏器|植入物', 4),
  label('phone', '手机|手機|电话|電話|联系方式|联系电话|聯絡電話|座机|传真|微信|QQ|家属电话', 5),
];

const allWords = labels.flatMap(({ words }) => words.split('|'));
/** Where any of them stands, in one pass: first by its first sign alone. Only QQ has small letters. */
const anyLabel = new RegExp(
  `(?=[qQ\\u2E80-\\uFFFF])(?=[qQ${allWords.map((word) => word[0]).join('')}])(?=${allWords.join('|').replace('QQ', '[Qq]{2}')})`,
  'g',
);

const plate =
  /(?=[\u4E00-\u9FFF])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·. ]?[A-Z\d]{5,6}(?![A-Z\d])/g;

/** A value ends before a word or an amount that merely follows it. */
const nextWord = / .{0,40}$/;

/**
 * Numbers behind a Chinese label, and Chinese number plates.
 *
 * @example
 * [...findChineseLabels(readPage('住院号：0039281'))]
 * //=> [{ type: 'medical-record-number', start: 4, end: 11 }]
 */
export function* findChineseLabels({ text }: Page): Generator<Candidate> {
  if (!mayHoldHan(text) && !/qq/i.test(text)) return;
  const places = eachMatch(anyLabel, text).map(({ start }) => start);
  for (const { type, pattern, leastDigits } of labels) {
    for (const match of eachMatchAt(pattern, text, places)) {
      const isGrouped = /^\d+(?: \d+)+$/.test(match.value);
      const number = isGrouped ? match.value : match.value.replace(nextWord, '');
      if (digitsOf(number).length < leastDigits || /^(?:19|20)\d{2}$/.test(number)) continue;
      yield { type, start: match.start, end: match.start + number.length };
    }
  }
  for (const { start, end } of eachMatch(plate, text)) yield { type: 'vehicle', start, end };
}
