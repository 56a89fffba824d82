const age = String.raw`\(?(?:(?:age|aged|âge|alter)[ :]{1,2}\d{1,3}(?!\d)|(?:aged? )?\d{1,2} ?(?:[mf](?![\p{L}\d])|\/ ?[mf](?![\p{L}\d])|-?(?:y|yo|y\/o|yrs?|years?|ans|años|anni|anos|jahre|jährig|mo|months?|wks?|weeks?)(?![\p{L}])|лет|岁|歲))`;
const identity =
  '(?:dob|d\\.o\\.b|born|geb\\.?|née?|nacid[oa]|nato|nata|mrn|nhs|hosp(?:ital)?\\.? (?:no|num|nr|id)|uhid|crn|chi|pid|passport|tel|phone|mobile)';
const places =
  '(?:the )?(?:ward|a&e|ed|er|icu|itu|hdu|picu|nicu|recovery|clinic|theatre|resus|bed|our (?:ward|clinic)|hospital|hospice|outpatients|intensive care)';
const be =
  "(?:is|isn't|is not|was|wasn't|was not|has been|hasn't been|will be|to be|got|gets|'s been|being|still|now)";
const done =
  '(?:coming|ready for|fit for|referred|admitted|readmitted|discharged|transferred|listed|relisted|booked|rebooked|seen|reviewed|operated|biopsied|scanned|consented|extubated|intubated|diagnosed|started on|restarted|switched to|put on|moved to|sent home|at home|back home|on the (?:list|ward|table)|for (?:discussion|review|surgery|theatre|biopsy|chemo|rt|radiotherapy|resection|resus|discharge)|due (?:for|in|on|to|back)|bleeding|febrile|septic|unwell|pregnant|stable on|allergic|deaf|blind|vegan|nil by mouth|nbm|npo)';
const moods = 'keen|happy to|worried|anxious|upset|asking|waiting';
const did =
  "(?:bled|vomited|died|relapsed|recurred|collapsed|fell|passed away|underwent|tolerated|tolerates|tolerating|consented|declined|declines|refused|refuses|cancelled|canceled|dna'?d|missed (?:her|his|their|the|an)|attended|did not attend|failed to attend|lives|stopped taking|started (?:on|taking)|restarted|had (?:her|his|their|another|a (?:scan|bleed|fit|seizure|fall|reaction|biopsy|rash))|needs (?:her|his|their|a (?:scan|bed|slot|line|port|stent|biopsy|letter|translator|interpreter|dental)|an|bloods|transport)|wants (?:to|her|his|a|an|no|us)|turns? \\d|can'?t (?:lie|swallow|travel|come|make)|cannot (?:lie|swallow|travel|come)|complains|presented|presents with|came (?:in|back|to)|comes (?:in|back|to)|rang|phoned|emailed|texted|asked (?:me|us|for|about|if|whether|again)|asks)";
const things =
  '(?:scan|scans|ct|mri|pet|echo|plan|path|histology|biopsy|blocks?|slides?|bloods?|notes?|letter|consent|results?|chemo|op|surgery|operation|case|appointment|appt|slot|bed|referral|images?|films?|report|tumou?r|mass|margins?|family|address|number|dob|line|port|drain|picture|photo|fractions?|treatment|drugs|tablets|allergy|wound)';
const illness = '(?:\\p{Ll}+ ){0,3}(?:imt|mass|tumou?r|recurrence|relapse|nodule|lesion)';
const foreign =
  '(?:a \\p{L}{2,12}[éi]s?|möchte|wünscht|lehnt|klagt|hat|ist|wurde|war|kommt|bekommt|soll|a été|est|souhaite|refuse|revient|tolère|tiene|quiere|fue|está|ingresó|ha sido|vuelve|rechaza|ha|è|vuole|foi|quer|tem)';

/** Over small letters. */
const all = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})(?![\\p{L}\\d])`, 'u');

/** What stands behind a name of two words, and hardly behind anything else. */
export const saidOfPatients = all([
  `(?:,| -)? ?${age}`,
  `[,:(]? ?\\(?${identity}`,
  `,?(?: ${be}){0,2} (?:in|on|from|to|off|back (?:in|on)) ${places}`,
  `,?(?: ${be}){1,2} (?:${done}|${moods})`,
  `,? ${done}`,
  `,? (?:has |had |have )?${did}`,
  ` and (?:her|his|their) (?:\\p{Ll}+ )?(?:mum|mom|mother|father|dad|parents|wife|husband|partner|family|son|daughter|sister|brother)`,
  `'s ${things}`,
  `,? (?:the|a|an|our|my) (?:\\p{Ll}+[ -]){0,3}(?:lady|gentleman|woman|girl|boy|man|child|baby|patient|pt|toddler|teenager)`,
]);

/** Only behind two words: behind one, an author's. */
export const saidOfPairs = all([
  ' (?:first|next|last|again|here)(?= please|[,.?!]|$)',
  '\\?? ?-? ?r[012]',
  `(?:,| -|:) ?${illness}`,
  '(?: \\p{L}{2,12}){0,2}\\.(?:jpe?g|png|heic|heif|gif|tiff?|pdf|docx?|dcm|mp4|mov)',
]);

/** What is said of people and of much else: a list must hold the name besides. */
export const saidOfPeople = all([
  ` (?:${be}|has|had|wants|needs|called|asked|agrees|prefers|says|said|would like|can|will|may) (?:a|an|the|no|not|now|her|his|very|only|well|also|already|due|coming|always|never|had|been|again)`,
]);

/** As `saidOfPeople`, in other languages, in which an initial is enough as well. */
export const saidOfPeopleAbroad = all([` ${foreign}`]);

/** Behind one word that opens a sentence too. */
export const saidOfNobodyElse = all([
  ',? ?\\(?[1-8]?\\d ?[mf]',
  `(?: ${be}){0,2} (?:in|on|from|off|back (?:in|on)) (?:the )?(?:ward|a&e|ed|er|icu|itu|hdu|picu|nicu|resus|hospice|intensive care)`,
  `(?: ${be}){1,2} (?:readmitted|discharged|extubated|intubated|consented|operated on|septic|unwell|pregnant|home|well|poorly)`,
  " (?:vomited|passed away|underwent|dna'?d|did not attend|failed to attend|declined|refused|consented|rang|phoned|died|collapsed|cancelled) ?(?:again|yesterday|today|twice|this|last|overnight|me|us|sim|her|his|the (?:clinic|ward|coordinator)|to|on|,|\\.|$)",
]);

/** Whose relatives are told of is a person, with one word for a name too. */
export const saidOfRelatives = all([
  "'s? (?:mum|mom|mummy|mother|father|dad|daddy|parents?|wife|husband|partner|son|daughter|sister|brother|sibling|twin|family|aunt|uncle|gran|granny|nan|grandmother|grandfather|fiancée?|girlfriend|boyfriend|carer|guardian|next of kin|nok|school|gp|funeral)",
]);
