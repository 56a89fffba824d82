const sources =
  'blocks?|slides?|scans?|images?|cds?|films?|consent|bloods?|notes|letter|referral|results?|path|pathology|histology|report|plan|slot|bed|transport|chemo|tissue|samples?|biopsy|ct|mri|pet|dvh|photos?|pictures?|appointment|appt|request|opinion|interpreter|ffpe|rna|sequencing|fish|ihc|prescription|funding|dosage|story|case|care|parents|mother|father|family|wife|husband|mum|mom|dad|son|daughter|brother|sister';
const seen =
  'saw|seen|met|who operated(?: on)?|show|showing|signed(?: by)?|witnessed by|completed by|meet|see|reviewed|examined|rang|ring|phoned|phone|called|call|consented|counselled|discuss(?:ed|ing)?|presenting|present|regarding|re|about|(?:spoke|speak|talk|talked|spoken|speaking) (?:to|with)|heard from|update on|news (?:on|of)|thoughts on|listed|add|admitted|discharged|treated|treating|operated on|operate on|remember|thank|ask|tell|told|text|email|chase|list|book|scan|biopsy';
const entries =
  'case for (?:discussion|review|mdt|board)|for discussion|(?:new|next|first|last|second|third|other|another|urgent) (?:case|patient|pt|referral|one)(?: is)?|next up(?: is)?|patient|pt|cases?|agenda(?: item)?(?: \\d{1,2})?|bed \\d{1,3}[a-z]?|room \\d{1,3}|slot \\d{1,2}|item \\d{1,2}|no\\.? \\d{1,2}|referral|person|in clinic|to discuss|to see|the (?:\\p{Ll}+ )?(?:lady|gentleman|boy|girl|child|man|woman|lad|lass|chap|toddler|baby|teenager|patient|pt)(?: is)?|[sdwc]\\/o';
const foreign =
  "fall|vorstellung|betr\\.?|betreff|bezüglich|wegen|(?:bild|bilder|foto|fotos|befund|befunde|ct|mrt|röntgen|schnitte?|präparate?|gewebe|termin|überweisung|einwilligung|blöcke?|unterlagen|brief|anruf|mutter|vater|tochter|sohn) von|frage zu|rcp(?: de \\p{L}+)?|dossier d[e']|cas d[e']|photo d[e']|concernant|au sujet de|à propos de|image d[e']|scanner d[e']|irm d[e']|(?:caso|foto|imagen|imágenes|informe|biopsia|tac|rm|madre|padre|hijo|hija) de|sobre|foto di|caso di|a proposito di|esame di|(?:bloc|lame|compte rendu|mère|père) de";

/**
 * What ends a text before a name of two words, and before little else with two capitals: "blocks for", "spoke to",
 * "new case:". Over small letters.
 */
export const announcesPerson = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${sources}) (?:for|of|on)|(?:${seen}):?|(?:${entries}) ?[,:=#-]?|(?:${foreign}) ?:?) ?'?$`,
  'u',
);
