import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import type { Page } from '../page.ts';
import { digitsOf } from './digits-of.ts';

/** Greek to Thai, kana and the letters of Korea; those of China have rules of their own. */
const mayHold = /[\u0370-\u0E7F\u3040-\u30FF\uAC00-\uD7AF]/;

/** Nothing but a letter of the script is looked at twice. */
const alone = (letters: string) => String.raw`(?=[${letters}])(?<![\p{L}\p{M}])`;
const [ofArabic, ofIndia] = [String.raw`\u0621-\u064A`, String.raw`\u0900-\u0D7F`];
const over = String.raw`(?![\p{L}\p{M}])`;

const arabicWord = String.raw`[\u0621-\u064A\u0671-\u06D3]{2,15}`;
const arabicName = `(?:(?:عبد|أبو|ابو|أم|بن|ابن|بنت|آل) ){0,2}${arabicWord}`;
/** Verbs, prepositions and nouns of the field, which follow "the patient" as often as a name does. */
const arabicOther =
  /^(?:(?:[يت]\p{L}{3,}|[وف]?(?:لدي|عند|عمر|كان|قد|تم|هو|هي|هل|في|من|على|إلى|الى|عن|مع|بعد|قبل|منذ|حتى|لم|لا|لن|ما|غير|أو|ثم|أن|إن|التي|الذي|هذا|هذه|ذلك|كل|بحاجة|ذكر|أنثى|مصاب|مصابة|ورم|راجع|راجعت|حضر|حضرت|دخل|دخلت|خرج|خرجت|توفي|توفيت|أجر|خضع|خضعت|شكا|شكت|رفض|رفضت|وافق|وافقت|طلب|طلبت|أخذ|أخذت|بدأ|بدأت|أصيب|أصيبت|حامل|حالي|حاليا|مستقر|مستقرة|جيد|جيدة|السابق|السابقة|الجديد|الجديدة|الذين|المصاب|المصابة|الحالي|الحالية|نفسه|نفسها|عاني|شاب|شابة|طفل|طفلة|رجل|امرأة|سيدة|فقط|أيضا|اليوم|أمس|غدا|الآن|مناقشة|متابعة|علاج|جراحة)\p{L}{0,3}))$/u;
const arabicLabel = '(?:ال)?(?:مريض|مريضة|طفل|طفلة|سيد|سيدة)|أم الطفل|والد|والدة|زوج|زوجة|ابنة|شقيق';
const arabicSigned = new RegExp(
  `${alone(ofArabic)}(?:ال)?اسم(?:ه|ها)?(?: (?:ال)?(?:مريض|مريضة|كامل|طفل|طفلة))?(?: هو| هي)? ?:? ?(?<value>${arabicName}(?: ${arabicName}){0,3})${over}`,
  'gu',
);
const arabicPatient = new RegExp(
  `${alone(ofArabic)}(?:${arabicLabel}) ?:? (?<value>${arabicName} ${arabicName}(?: ${arabicName})?)${over}`,
  'gu',
);

const indicWord = String.raw`[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}]{2,24}`;
const indicThing = /(?:दवा|दवाई|ट्रायल|अस्पताल|जीन|कंपनी|बीमारी|परीक्षण|डॉक्टर) (?:का )?नाम[^\n]{0,6}$/u;
const indic = new RegExp(
  `${alone(ofIndia)}(?:(?:[\\p{L}\\p{M}]{2,10} )?(?:नाम|নাম|பெயர்|పేరు|નામ|ਨਾਮ|ಹೆಸರು|പേര്)|श्रीमती|श्री|सुश्री|कुमारी|মিসেস|திரு|திருமதி)(?![\\p{L}\\p{M}])(?: है| हैं|:| =| -)? ?(?<value>${indicWord}(?: ${indicWord}){0,2})${over}`,
  'gu',
);
const indicOther = /^(?:है|हैं|था|थी|का|की|के|को|में|से|पर|और|या|नहीं|मत|न|लिखें|बताएं|क्या|जो|यह|वह|पता|गलत|सही|ALK)$/u;

/** In scripts with capitals a name has one, and no noun does. */
const cased = new RegExp(
  `${alone('\\u0370-\\u052F')}(?:[Пп]ациент(?:ка|ки|ке|ку|а|у)?|[Бб]ольн(?:ой|ая|ого)|[Рр]еб[её]нок|[Фф]амилия|[Ии]мя|ФИО|[Гг]осподин|[Гг]оспожа|[Мм]ать|[Оо]тец|[Пп]ацієнт(?:ка|ки)?|[Хх]вор(?:ий|а)|[Пп]ациент(?:ката)?|[Αα]σθεν(?:ής|ή|ούς)|[Κκ](?:ύριος|υρία|ος|α)\\.?|[Όό]νομα|[Εε]πώνυμο)(?: ?[:-])? (?<value>\\p{Lu}[\\p{Ll}]{2,20}(?:-\\p{Lu}\\p{Ll}{2,20})?(?: (?:\\p{Lu}[\\p{Ll}]{2,20}|\\p{Lu}\\.(?: ?\\p{Lu}\\.)?)){0,2})${over}`,
  'gu',
);
const hebrew = new RegExp(
  `${alone('\\u05D0-\\u05EA')}(?:ה?מטופלת?|ה?חולה|שם(?: ה?מטופלת?)?|גב'|מר|ה?ילדה?) ?(?<sign>:)? ?(?<value>[\\u05D0-\\u05EA]{2,12} [\\u05D0-\\u05EA]{2,12})(?=,| בת | בן |$)`,
  'gu',
);
const koreanFamily =
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕옥육맹제모탁국';
const korean = new RegExp(
  `(?=[\\uAC00-\\uD7AF])(?:(?<![\\uAC00-\\uD7AF])(?:(?:환자|보호자|산모)(?:분|명| 이름| 성명)?|이름|성명|성함)(?:은|는|:| :)? ?(?<value>[${koreanFamily}][\\uAC00-\\uD7AF]{1,2})(?=(?: ?(?:씨|님|[(/]|\\d)|(?<=[\\uAC00-\\uD7AF]{3})(?:,|$)))|(?<![\\uAC00-\\uD7AF])(?<name>[${koreanFamily}][\\uAC00-\\uD7AF]{1,2})(?= ?(?:씨|님)(?![\\uAC00-\\uD7AF])))`,
  'gu',
);
const japanese =
  /(?=[\u2E80-\uFFFF])(?:(?:氏名|患者名|お名前|名前)(?:は|:| :)? ?(?<value>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,4}(?: [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4})?)|(?<![\p{Script=Han}])(?<name>(?!患者|奥|皆|業者|医者|業|子供|親|母|父|技師|先生|看護|学生|担当)[\p{Script=Han}]{2,3}(?: ?[\p{Script=Han}]{1,2})?(?=さん|様(?!子|々|式)|くん|ちゃん|氏(?!名))))/gu;

interface Script {
  hint: RegExp;
  pattern: RegExp;
  isName(name: string, before: string): boolean;
}

const arabic = /[\u0621-\u064A]/;
const isName = () => true;
const scripts: readonly Script[] = [
  {
    hint: arabic,
    pattern: arabicSigned,
    isName: (name) => !/^(?:ال)?(?:دواء|تجربة|جين|مستشفى|ملف|مريض|طفل|كامل|هو|هي|غير|من|في|لا)/u.test(name),
  },
  {
    hint: arabic,
    pattern: arabicPatient,
    // A word without the article and then one with it: a name and the name of a family.
    isName: (name) =>
      !arabicOther.test(name.split(' ')[0] ?? '') &&
      (/^عبد /u.test(name) || (!/^ال/u.test(name) && / (?:ال|بن |آل |عبد |أبو )\p{L}/u.test(name))),
  },
  {
    hint: /[\u0900-\u0D7F]/,
    pattern: indic,
    isName: (name, before) => !indicOther.test(name.split(' ')[0] ?? '') && !indicThing.test(before),
  },
  { hint: /[\u0370-\u03FF\u0400-\u052F]/, pattern: cased, isName },
  { hint: /[\u05D0-\u05EA]/, pattern: hebrew, isName },
  { hint: /[\uAC00-\uD7AF]/, pattern: korean, isName },
  { hint: /さん|様|くん|ちゃん|氏|名前|患者名/, pattern: japanese, isName },
];

const number = String.raw`[ ]?(?:(?:هو|है|:|=|#|№|は|은|는|-)[ ]?){0,2}(?<value>[A-Za-z]{0,4}[-]?\d[A-Za-z\d]{0,20}(?:[-./ ]\d{1,10}){0,4})`;
const numbers: readonly { type: IdentifierType; pattern: RegExp }[] = [
  {
    type: 'medical-record-number',
    pattern: new RegExp(
      String.raw`(?=[\u0370-\uFFFF]|HN)(?:رقم (?:ال)?(?:ملف|مريض|مريضة|سجل|إضبارة|اضبارة|طبي|مستشفى|دخول|بطاقة)(?: ال\p{L}{3,8})?|(?:ال)?ملف(?: ال\p{L}{3,8})? رقم|(?:फ़ाइल|फाइल|मरीज़|मरीज|रोगी|पंजीकरण|अस्पताल|पर्ची|आईडी)(?: का| की)? ?(?:नंबर|संख्या|क्रमांक|आईडी|सं\.?)|истори[яи] болезни|номер карты|медкарт[аы]|карт[аы] пациента|ИБ|αρ(?:ιθμός|\.) (?:φακέλου|μητρώου)|מספר (?:תיק|מטופל)|תיק(?: רפואי)?|등록번호|차트번호|병록번호|환자번호|カルテ番号|診察券番号|患者(?:番号|ID)|เลขที่ผู้ป่วย|HN)(?: ?No\.?)?${number}`,
      'gu',
    ),
  },
  {
    type: 'national-id',
    pattern: new RegExp(
      String.raw`(?=[\u0370-\uFFFF])(?:رقم (?:ال)?(?:هوية|إقامة|جواز)(?: ال\p{L}{3,8})?|आधार(?: कार्ड)?(?: नंबर| संख्या)?|паспорт|СНИЛС|ИНН|полис(?: ОМС)?|ΑΜΚΑ|ת\.?ז\.?|תעודת זהות|주민등록번호|주민번호|マイナンバー)(?: ?No\.?)?${number}`,
      'gu',
    ),
  },
  {
    type: 'phone',
    pattern: new RegExp(
      String.raw`(?=[\u0370-\uFFFF])(?:(?:رقم )?(?:ال)?(?:هاتف|جوال|موبايل|واتساب)|(?:फ़ोन|फोन|मोबाइल)(?: नंबर)?|телефон|тел\.|моб\.|τηλ(?:έφωνο|\.)|κινητό|טלפון|נייד|전화(?:번호)?|휴대폰|연락처|電話(?:番号)?|โทร\.?)${number}`,
      'gu',
    ),
  },
];

/**
 * Names and numbers behind the words for them in other scripts than those of Europe's west and of China.
 *
 * @example
 * [...findScriptNames(readPage('Пациентка Орлова, 34 года'))] //=> [{ type: 'name', start: 10, end: 16 }]
 */
export function* findScriptNames({ text }: Page): Generator<Candidate> {
  if (!mayHold.test(text) && !/HN ?\d|氏名|患者/.test(text)) return;
  for (const { hint, pattern, isName } of scripts) {
    if (!hint.test(text)) continue;
    for (const { value, end, groups } of eachMatch(pattern, text)) {
      const run = groups.value ?? groups.name ?? value;
      const start = end - run.length;
      const name = run.slice(0, nameLength(run));
      if (isName(name, text.slice(Math.max(0, start - 24), start)))
        yield { type: 'name', start, end: start + name.length };
    }
  }
  for (const { type, pattern } of numbers) {
    for (const { value, start, end } of eachMatch(pattern, text))
      if (digitsOf(value).length >= 4) yield { type, start, end };
  }
}

/** Up to the first word that goes on telling. */
function nameLength(name: string): number {
  let length = 0;
  for (const { 0: word, index } of name.matchAll(/[^ ]+/g)) {
    if (index > 0 && (arabicOther.test(word) || indicOther.test(word))) break;
    length = index + word.length;
  }
  return length;
}
