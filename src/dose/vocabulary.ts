import type { Token } from './token.ts';

type WithoutPlace<T> = T extends Token ? Omit<T, 'text' | 'at'> : never;
type Meaning = WithoutPlace<Token>;

const words = new Map<string, Meaning>();

function mean(meaning: Meaning, spellings: string): void {
  for (const spelling of spellings.split(' ')) words.set(spelling, meaning);
}

mean({ kind: 'unit', gy: 1, rbe: false }, 'gy gys gray grays gry 戈瑞 戈');
mean({ kind: 'unit', gy: 0.01, rbe: false }, 'cgy cgys centigray centigrays 厘戈瑞 厘戈');
mean({ kind: 'unit', gy: 1, rbe: true }, 'gye cge gyrbe gyeq');
mean({ kind: 'unit', gy: 0.01, rbe: true }, 'cgyrbe');
mean(
  { kind: 'unit', gy: null, rbe: false },
  'mgy kgy dgy µgy μgy rad rads crad sv msv cgye rem r gbq mbq mci mu',
);
mean(
  { kind: 'fractions' },
  'f fx fxs fr frs frx frxs fxn fxns fraction fractions frac fracs fract fracts # 次 分次 tx treatments treatment sessions session fraktionen fraktion fractionen séances séance fracciones fracción sesiones frazioni sedute frações sessões sitzung sitzungen 分割 회 回',
);
mean({ kind: 'times' }, '× x times');
mean({ kind: 'in' }, 'in over within en em über');
mean({ kind: 'at' }, 'at @');
mean({ kind: 'to' }, 'to 至 到');
mean({ kind: 'of' }, 'of de');
mean({ kind: 'for' }, 'for');
mean({ kind: 'per' }, 'per a an par pro por');
mean({ kind: 'each' }, 'each à je einzeldosis 每次 单次');
mean({ kind: 'total' }, 'total tot totale totalling totaling insgesamt gd gesamtdosis 总剂量 总量');
mean({ kind: 'plus' }, '+ → then plus followed gefolgt danach dann puis suivi 然后 随后');
mean({ kind: 'versus' }, 'vs versus v or against compared ; | 对比 比较 或');
mean({ kind: 'and' }, 'and &');
mean(
  { kind: 'bound' },
  '≥ ≤ > < minimum maximum min max least most more less greater fewer exceed exceeds exceeding up limit limits constraint constraints tolerance threshold below above under 以上 以下 不超过 至少 最多',
);
mean({ kind: 'between' }, 'between ±');
mean({ kind: 'approximately' }, '~ about approx approximately around circa ca roughly 约 大约');
mean({ kind: 'rbe' }, 'rbe eq cobalt equivalent');
mean({ kind: 'daily' }, 'daily');
mean({ kind: 'weekly' }, 'weekly qw');
mean({ kind: 'day' }, 'day days d 天 日 tag tage jour jours día días giorno giorni');
mean(
  { kind: 'week' },
  'week weeks wk wks w 周 週 woche wochen semaine semaines semana semanas settimana settimane',
);
mean({ kind: 'perDay', value: 1 }, 'qd od');
mean({ kind: 'perDay', value: 2 }, 'bid bd');
mean({ kind: 'perDay', value: 3 }, 'tid tds');
mean({ kind: 'perDay', value: 4 }, 'qid qds');
mean({ kind: 'often', value: 1 }, 'once');
mean({ kind: 'often', value: 2 }, 'twice');
mean({ kind: 'often', value: 3 }, 'thrice');
mean({ kind: 'single' }, 'single sf');
mean({ kind: 'with' }, 'with');
mean({ kind: 'phase' }, 'phase');
mean({ kind: 'compare' }, 'compare comparing comparison');
mean(
  { kind: 'thing' },
  'h hr hrs hour hours month months year years yr yrs yo jahr jahre jahren ans años anni mv mev kv kvp cm mm beam beams field fields arc arcs lesion lesions site sites target targets met mets metastasis metastases node nodes level levels patient patients',
);
mean({ kind: 'simultaneous' }, 'sib simultaneous concomitant');
mean({ kind: 'equals' }, '=');
mean({ kind: 'percent' }, '%');
mean({ kind: 'slash' }, '/');
mean({ kind: 'dash' }, '-');
mean({ kind: 'comma' }, ',');
mean({ kind: 'open' }, '( [ {');
mean({ kind: 'close' }, ') ] }');
mean(
  { kind: 'word', known: true },
  'dt rt xrt wbrt tbi pci pmrt apbi ebrt ebr imrt vmat igrt crt 3dcrt sbrt sabr srs srt hsrt fsrt hdr pdr brachytherapy brachy iort proton protons carbon photon photons boost boosts conventional hypofractionated hypofractionation hyperfractionated radiotherapy radiation dose doses schedule course courses regimen short long prescription prescribed primary adjuvant neoadjuvant definitive palliative preop postop preoperative postoperative tumour tumor the every given delivered by than time once-daily standard fractionation integrated 放疗 剂量 次数 共 照射',
);

mean(
  { kind: 'spelled' },
  'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half',
);
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
for (const [index, spelling] of numbers.entries()) {
  mean({ kind: 'number', value: index + 1, decimals: 0, commaThousands: false }, spelling);
}

/**
 * What a word or a sign means in a schedule; none for one that is not known. Spelled in small letters.
 *
 * @example
 * findMeaning('bid'); // { kind: 'perDay', value: 2 }
 */
export function findMeaning(spelling: string): Meaning | undefined {
  return words.get(spelling);
}
