import { lazily } from '../lazily.ts';

/**
 * Written by write-name-lists.ts; long because it is a list. Folded: small letters, no accents.
 * From @faker-js/faker 10.6.0, MIT, copyright (c) 2022-2025 Faker; sorted into names and words by dictionary-en 4.0.0, MIT and BSD.
 */
export const wordNames: () => ReadonlySet<string> = lazily(
  () =>
    new Set(
      `ace ado agape akin albino alone alp amaryllis amen amid amine among amour anal anemone angel anise ant ante
aquiline arcade arch aria art ascension astride atlas autumn ave ayah azalea baby bade bailey barman barney
baron basil beau beg bell bent berk berry bilge bill blaze bless blessing boga bonito brandy brook buck
buster candida caner carter ceca cerise chance chandler charity chase clay coco colt come comfort conception
constant coy crystal curt dado dag dahlia daisy dale dame dawn dean deb dell desiderata desire destiny
diamante diamond dieter dirk divine dock dodo dolly drake drew dune dusty earl earnest ebony eglantine elide
emerald emery emir ester ethyl even faith fay fedora feline fem fender flip floor flora florin ford forest
fortune foster franc frank freeman fritz gad gal gala garland garnet garret garrison gene genesis gentile
glen grace griffin gulden gun gunnel gunner guru gust hale hardy harmony haven heaven hind hope hunter idea
ilia imam inc innocent iris ivory jail jarred jazz jet jewel joy junior kale karma kelvin kick kin kine kip
kismet lacy lane lava lea lean levy lien lino lion loan lobar lore lot lux lyric mac mace magnolia mama mare
margarita maria marina marine mark marlin marquis marquise mart martial mason mate maverick maxi melody meta
mete mica mile miller mine mink miracle misty modest nadir nae nail napoleon naval newton nil nimrod nine
noble novella octave oral parfait pat patience pave peer pie pierce pink pinkie pip piper pit pol poppy
porter precious price promise prosper prudence prune puck quarto quin ransom raven ray rein resat riff rim
riv river roan rocky rod roger romaine romeo rose rover rowan rune rusty rut sage salvo samba sander savanna
senna serenity serge serif serine server sever shad shade shay shiv sienna sierra sim sincere sire skipped
sky soda sterling stone storm sue summer sunny swami swan sylvan tali talon tamer tanner tea teddy telly
tiara tine toke tome tone tor tore toy trace trey tuba turner ultimo unique valid vela vesper vino vital
viva wadi wage wale walker ward wellington will willow wolf yaw yoga zephyr`.split(/\s/),
    ),
);
