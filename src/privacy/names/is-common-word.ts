import { isClinicalWord } from '../rules/trim-name.ts';
import { isGivenName, isSurname } from './is-name.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Endings of the field and of ordinary words that hardly any name has. */
const wordEndings =
  /(?:tion|sion|ment|ness|ity|ing|ics|ism|[ao]logy|ologist|ectomy|otomy|oma|itis|osis|emia|ous|able|ible|ical|ance|ence|ency|ship|ised|ized|ated|ected|ary|graphy|(?<=\p{L}{4})ungs?|heit|keit|ismus|istisch|ische[rnsm]?|ique|blastique|istic[oa]s?|zellen?|karzinom|sarkom|graph|gram|plasty|scopy|therapy|pathy|inib|umab|ximab|zumab|platin|mycin|rubicin|taxel|trexate|azole|statin|wide|less|ful|cyte|blast|plasm|chrome|kinase|ferase|genase|phatase|tumou?r|(?:al|og|ap|ion|er|ar)ist|genic|genous|ive)s?$/u;

/** Ordinary words that begin a sentence or a heading, places of the body, and what people call each other. */
const words = list(
  `about above abroad across again against agree almost along already always among another anybody anyone anything
  around as away baby back bad bed before behind below beside better between bit both boy break bring bye cannot
  certainly cheers clearly could day dear doing done down each either else enough even everybody everyone everything
  evening except fair far few fine free full fyi get getting girl give go going gone good great guess hard have
  having he hello help hence here hi him himself hold hope i into its just keep key kind knowing latest let like
  likely little long lots made make many maybe me might mine more morning most much must my myself near nearly
  neither never nice nobody nor nothing noted now number off often ok okay old once one ones only onto ought ours over
  own per perhaps plus pls poor post previous probably put quick quite rather ready really regards said same say
  seems sen shall similar since so some somebody somehow someone something sometimes soon sorry still such sure take
  thank thanks thing think though through thus till together too try unless unlike until up us use used usually very via want wanted
  wants well went whatever whenever whether whoever whole whose wish worth would yet yours
  access advocate forward
  discuss review reviewing update present presenting
  abstract advice alert algorithm anatomy annex answer appeal archive attention audit backup balance base beam bench
  billing booking box brief budget bulletin camp campus cancer card carrier catheter category chair challenge channel
  charity check checklist chief circle code column combined common company compare conference congress contour copy core corridor
  council county course cover credit crew critical current cut deadline deal debate decision default delivery desk
  detail device digital direct director division document double draft drain draft drive dry east email emergency
  ethics exact exercise exit expert export extra facility factor fast figure file filter five floor flow folder
  forest form forum four frame front fund future gas gate global glory green grid guide gynae gap hand hot hour
  house human idea image implant import inbox industry input insurance intent interval ion island issue item job
  journal junior key knife label lead leaflet learning lecture legal letter library licence light limit line link
  list live lock log lot machine mail manager map market master match matrix max media member memo menu message
  meta method middle minor minute mixed mode modern monitor motion mouth movement music neuro nine north office
  official online order organ original package page panel panels paper park part partner patch pathway pause peak
  people peer period person pharmacy phone picture pilot pipeline planner platform point policy poll pool portal
  poster power practice present press price print priority private process product professor profile program
  programme project prompt proof proton protons public pulse push query queue rapid raw record records region register
  regular release relative remote repeat research reset resource rest retro return ring road robot role root round
  route row rule safe sample save schedule scheme school science scope search seat secure senior sense sequence
  server set seven shared sheet shield shift shop silent simple six slide slides slot smart solution source south
  space spare spark special speed spring staff star step stock stop store storage strategy stream stress strong
  student style suite super supply surface switch task tele template ten text theatre theme thread three tier title
  token tool tools top topic touch tour track traffic train trainee travel tree trend tutorial twin unknown update
  upload user utility value vendor verdict video view virtual vision voice wall warm watch water web website west
  white winter word work workflow workshop world writing zoom autumn spring summer
  abdomen adrenal airway anus aorta arm atrium axilla back bile bone bowel brain breast bronchus caecum calf carina
  cecum cervix chest chin clavicle colon cord cornea diaphragm disc duct duodenum ear elbow epiglottis esophagus
  eye face femur finger flank foot forearm gallbladder glottis groin gum hand head heart heel hilum hip humerus
  ileum iliac jaw jejunum joint kidney knee larynx leg lip liver lobe lung mandible mastoid maxilla meninges
  mesentery mouth nasopharynx neck nerve node nose oesophagus omentum orbit oral ovary palate pancreas parotid pelvis
  penis pericardium perineum peritoneum pharynx placenta pleura prostate radius rectum renal retroperitoneum rib sacrum scalp
  scapula scrotum shin shoulder sinus skin skull spine spleen sternum stomach stroma testis thigh throat thumb
  thymus thyroid tibia toe tongue tonsil trachea trunk ureter urethra uterus vagina vulva wrist
  anaemia bleed block clot collapse cough cyst dyspnoea effusion fever fibrosis fistula fracture graft haematuria
  hernia hypoxia infarct leak lump mass metastases mets nausea necrosis oedema pain polyp rash seroma stent stoma
  stricture stroke thrombus ulcer vomiting wound plasma spindle desmin vimentin actin calponin caldesmon keratin
  steroid steroids opioid aspirin heparin warfarin insulin antibiotic antibiotics crizo pred chemo radio surgeon
  anaesthetist dentist dietitian pharmacist physio porter secretary trainee registrar coordinator caller asian african
  american british chinese dutch european french german indian irish italian japanese korean polish scottish spanish
  swedish swiss vitamin factor protein hepatitis patientin patientinnen paciente patiente paziente registrar
  consultant matron trolley ambulance porters nurses doctors everyone staff smoker farmer teacher builder driver
  runner turkish welsh red blue purple pink orange violet yellow badge port die der das ein eine alter neue neuer
  le la les un une el los una il tumeur pseudotumeur nachsorge bestrahlung operation blase lunge leber niere bild bilder foto fotos befund befunde brief fall frage
  unterlagen anruf schnitt block rezidiv zustand verlauf kontrolle termin chimio suivi cas dossier caso informe`,
);

/** Words of institutions, firms and places: a pair that holds one is nobody. */
const institutions = list(
  `royal great saint st north south east west northern southern eastern western central upper lower new old san santa los las el saint hong kong porto cape fort
  foundation general memorial children childrens regional district county city infirmary hospital clinic university college school
  institute institut centre center society network alliance federation agency authority association academy
  medicine medical health healthcare cancer research oncology radiology pathology surgery sciences genomics genomic
  diagnostics therapeutics pharma pharmaceuticals biotech bio labs laboratory laboratories systems solutions press
  queen king princess prince lady lord sir kaiser gamma beta alpha delta cyber tomo true union states kingdom
  europe america asia africa england scotland wales ireland britain london oxford cambridge paris berlin vienna
  boston york toronto sydney tokyo leeds bristol manchester birmingham glasgow edinburgh liverpool cardiff dublin
  street road lane avenue gardens house ward wing tower building theatre suite microsoft google adobe apple slack
  zoom teams excel word office sharepoint outlook varian elekta siemens philips zeiss roche pfizer novartis merck
  illumina qiagen bayer lilly takeda astra sanofi amgen`,
);

/**
 * Whether a word with a capital is rather one of the field or of everyday language than part of a name.
 *
 * @example
 * isCommonWord('Resection') //=> true
 */
export function isCommonWord(word: string): boolean {
  const small = word.toLowerCase().replace(/\.$/, '');
  if (isClinicalWord(word) || words.has(small)) return true;
  // A double name may end as a word does.
  if (/\p{Ll}-\p{Lu}/u.test(word)) return false;
  return wordEndings.test(small) && !isGivenName(word) && !isSurname(word);
}

/**
 * Whether a word is of an institution, a firm or a place.
 *
 * @example
 * isOfInstitution('Royal') //=> true
 */
export function isOfInstitution(word: string): boolean {
  return institutions.has(word.toLowerCase().replace(/'s$/, ''));
}
