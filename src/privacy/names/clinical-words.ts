const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that are no part of a person's name, whatever their first letter; in small letters. */
export const clinicalWords = list(
  `a abdomen abdominal absent action active acute address admission admitted adjuvant adult adults advanced adverse
  after age agenda all allergies alk also am an analysis and aneurysm angiography annual any apart appendix approach
  approval april are arm arms artery as assessment at atypical august available axial axis bladder biopsy block blood
  board body bone book both bowel brain breast bronchial but by call can cancer cardiac care carcinoma case cases cell
  cells center central centre change chart chemo chemotherapy chest child children chronic clear clinic clinical
  clinicians cohort college colon comment committee comparison complete consent consultant control conclusion cord
  coronal criteria ct cycle cycles daily data date day days december deep department derived diagnosis diagnostic did
  differential discharge discussed disease distal do doctor does dose dosage drug due during early ecog education
  effect endpoint engagement error evaluation event every evidence exam examination existing experience family fax
  february fellow female fibroma field final findings first follow following for foundation fraction fractions
  from frozen function fusion gastric gene general giant given goal grade group guideline guidelines had has have head
  heart her high his histology history home hospital how id if imaging immune imt in index infection infirmary
  information inflammatory informed initial institute institution instructions intake intensive international
  invasive is isocenter it iv january joint july june kidney lab large last late law left lesion level life line liver local
  localised localized low lower lung lymph lymphoma main male management margin margins mass may mdt mean
  median mediastinal mediastinum medical medication medicine meeting mesenteric metastasis metastatic minimal model
  monday month mr mri multiple muscle name names national needs negative nerve network new next no node nodes nodule
  none normal not note notes november now nurse october of oncologist oncology on onset open operation option or
  orbit organ other our out outcome outcomes outpatient pain partial pathologist pathology path patient patients
  pediatric paediatric pelvic pending performance pet phase physician plan planned planning please pleural portal position
  positive post preference primary prior procedure prognosis progression progressive progress protocol prostate provided
  proximal pt pulmonary questions question quality radiation radical radiologist radiology radiotherapy rare rate
  re recent recurrence recurrent reference referral registry relapse renal report reported reporting research resected
  resection residual respiratory response restaging result results review right risk room rt safety saturday scale scan
  scans score screening second secondary section sector see segment selection sent september series serious service
  severe she short should side sign signed simulation single site size skull small society soft solid specific specimen spinal
  spine spleen stable stage staging stain standard start started state stated status stereotactic still stomach
  street study subject summary sunday support surgeon surgery surgical survival symptoms syndrome system table target
  team test that the their then therapy there these they third this thoracic thorax those thursday thyroid time tissue to
  today tomorrow total toxicity trachea tracheal transfer treatment trial trust tuesday tumor tumors tumour tumours
  two type ultrasound under unit university upper urgent uterine uterus vascular vein versus visit volume vs wait ward was
  we wednesday week weekly weight were what when where which while who why will with within without would x-ray year years
  yes yesterday you young your zone
  oncol surg thorac pathol med int clin eur curr lett intern rheum pediatr radiol gastroenterol hepatol urol
  virchows arch mod hum pract rep sci nat biol phys immunol genet genes chromosomes cancers lancet
  crizotinib lorlatinib alectinib ceritinib brigalutinib entrectinib prednisone cisplatin doxorubicin vinorelbine
  methotrexate celecoxib xalkori imrt vmat sbrt gy cgy bed eqd ptv gtv ctv ventana dako leica dfci mskcc`,
);

/** Behind a name they make a thing of it: a syndrome, a stain, a hospital, a publication. */
export const clinicalTails =
  /^(?:'s?)?[ -](?:syndromes?|disease|stain(?:s|ing)?|criteria|classification|scor(?:e|ing)|scale|law|effect|phenomenon|anomaly|sign|test|method|model|procedure|manoeuvre|maneuver|esophagectomy|oesophagectomy|lymphoma|hospital|infirmary|clinic|university|institute|institution|foundation|medical|cancer|cohort|series|group|study|studies|trial|trials|protocol|registry|guidelines?|malformation|deformity|palsy|dystrophy|neuropathy|purpura|tear|prosthesis|osteotomy|forceps|retractor|clamp|speculum|murmur|equation|formula|simulations?|algorithm|recalculation|calculations?|et al|and (?:colleagues|coworkers|co-workers)|(?:19|20)\d\d|\((?:19|20)\d\d)(?![\p{L}\d])/iu;

/** Pairs that look like a given name and a surname, and are an eponym, a hospital, a firm or a brand. */
export const eponymPairs = list(
  `ivor-lewis mary-joseph marie-curie monte-carlo paul-bunnell charles-bonnet claude-bernard charcot-marie
  marie-tooth pierre-robin peter-maccallum peter-mac eli-lilly karl-storz carl-zeiss johns-hopkins dana-farber
  sloan-kettering memorial-sloan fred-hutch fred-hutchinson roswell-park austin-flint graham-steell albert-einstein
  thomas-jefferson anthony-nolan marie-lannelongue gustave-roussy leon-berard léon-bérard claudius-regaud
  jules-bordet antoine-lacassagne oscar-lambret henri-becquerel paul-strauss eugene-marquis jean-perrin
  regina-elena walter-reed robert-koch rudolf-virchow louis-pasteur max-planck henry-ford princess-margaret
  princess-maxima queen-elizabeth queen-mary king-george st-jude helen-diller tata-memorial charles-river
  oxford-nanopore bristol-myers merck-sharp jackson-pratt martin-luther daniel-hoed ronald-reagan cedars-sinai
  victoria-blue alexander-fleming florence-nightingale mary-brigid lady-windermere jan-coebergh hans-christian
  mary-bird sarah-cannon emily-couric rebecca-harkness simon-cancer abraham-lincoln van-leeuwenhoek
  mallory-weiss mallory-denk arnold-chiari lambert-eaton bernard-soulier ramsay-hunt ramsey-hunt marcus-gunn
  cornelia-lange gilles-tourette treacher-collins pierre-marie ellis-creveld holmes-adie carey-coombs clark-wilson
  brooke-army austin-moore allen-brown harris-hip oxford-scale oxford-knee hounsfield-unit ann-arbor ann-oncol
  paris-system milan-system milan-criteria bethesda-system boston-scientific vienna-applicator georgia-tech
  virginia-mason jefferson-scale simon-wittich simon-two julia-language alice-springs salt-lake san-francisco
  lake-louise ray-station da-vinci alexandra-hospital kaiser-permanente hugh-young sydney-system
  seattle-system clark-level roman-numeral christian-medical john-wayne john-radcliffe john-innes norton-simon
  barnes-jewish ruth-cancer royal-marsden anderson-cancer md-anderson lucile-packard rady-children phoenix-children
  nicklaus-children alder-hey evelina-london robert-debré robert-debre necker-enfants bambino-gesu
  jackson-memorial mount-sinai cleveland-clinic susan-komen alex-lemonade kaplan-meier mann-whitney kruskal-wallis
  shapiro-wilk hosmer-lemeshow bland-altman clopper-pearson fine-gray mantel-haenszel cochran-mantel benjamini-hochberg
  fisher-exact clavien-dindo rosai-dorfman erdheim-chester li-fraumeni child-pugh epstein-barr peutz-jeghers
  von-hippel hippel-lindau birt-hogg hogg-dube stevens-johnson guillain-barre henoch-schonlein churg-strauss
  creutzfeldt-jakob reed-sternberg warthin-starry ziehl-neelsen van-gieson congo-red gamma-knife roux-en hodgkin-reed
  helicobacter-pylori mycobacterium-tuberculosis congo-rot cushing-like budd-chiari zollinger-ellison ehlers-danlos
  russell-silver beckwith-wiedemann sturge-weber klippel-trenaunay muir-torre bannayan-riley simpson-paradoxon`,
);

/** Diseases, operations and things that are called by one surname alone: "father Hodgkin", "Hartmann was booked". */
export const eponyms = list(
  `lynch hodgkin marfan crohn wilms ewing gardner cowden gorlin graves hashimoto parkinson alzheimer huntington down
  fanconi bloom gaucher addison cushing turner klinefelter noonan kaposi burkitt barrett becker duchenne li-fraumeni
  peutz whipple hartmann nissen toupet heller kocher pringle billroth roux heimlich mohs hickman broviac foley tenckhoff
  fogarty swan pfannenstiel mcburney lanz miles bricker studer indiana mainz kock mitrofanoff karnofsky castleman ormond
  riedel mikulicz horner pancoast virchow meckel peyer bowman masson giemsa grocott gram perls kaplan cox weibull
  wilcoxon fisher gleason breslow clark enneking trojani mandard dworak becker binet rai deauville lugano child charlson
  clavien lansky bragg gray hounsfield sievert monaco halcyon edwards stryker hudson venturi robertson bakri sengstaken
  blakemore minnesota jackson penrose redon robinson robinson-drain`,
);
