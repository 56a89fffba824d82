const list = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Words too, but with a capital nearly always a name. */
export const surelyGiven = list(
  `jenny robin rosemary billy derrick harry jimmy martin mike nick rick victor christian john peter colleen jasmine
  julienne lily ruby sally sandy charlie eddy jack jasper joey johnny josh nelson noel pascal timothy tom tony willy
  guy bob bobby brad buddy carmine chad clement cooper graham hector heath ken lance mick randy ted troy wade waldo
  warren nat jay jean terry timothy valentine abbey ally amber angelica carol belle beryl birdie cecil clementine
  fanny felicity fern gerry holly ivy kitty molly myrtle opal patsy penny priscilla sheila sherry sibyl veronica
  viola violet vita aliyah phoebe ole loris keno marten patty pansy eve ginger hazel heather jade laurel lulu marge
  myrtle olive pearl rhea sonny tad bud bernard hank reggie wally`,
);

/** Given names that are known better as places, months, brands, titles, parts of the body or particles of other words. */
export const neverGiven = list(
  `abu addison ade adi africa aga al ala alba alk allah alpha amber amyloid ani ankara ann aorta archer ari arizona
  asa astra aura aurora avi ayo ayu barcelona basel bay bayer beat becquerel ben bern beta bethesda bey bia bin
  black blue board bone borealis boston botox bowen brain brown burkitt cairo cambridge can carina cauda cava
  central charcot chi china chinese christ clavien cobb consultant cordoba cuba curie cushing cyprus da dako das
  de dee del delhi delta den der des di dia dindo doctor don dona dos du duke dura dwi east eastern eclipse eda
  edi eko el ela elekta else emi emory ena england english era eta ethos ewing fauna fellow fine foley france
  french friday gaia gale gamma gantry german golden graves gray green grey halcyon han harvard hashimoto heart
  hodgkin holland honor ibn ife ike ila illumina ina indiana ion iota isa iva japanese job johns kaplan kaposi
  kappa karnofsky karolinska king kit la lady lambda le leica li lia linac line lisboa lisbon liver lo london lone
  lung madrid magna malta marietta mater maxim maxima mayo medina memphis merck met mia moffitt monaco monday
  montana mu mumbai name nera nevada nigra north northeast northern nova novartis nu nurse obi oge ola omega
  ori osa ova oxford paget parkinson patient pet pfizer phi philips pia pinnacle porto prince princess psi queen
  rad raystation republic resident ret rho ria roche roentgen rontgen ros royal rubra said saint san sanger santa
  santo sao sarcoma sari saturday scotland sevilla sicily siemens sigma silver sir sister sol sola south southern spleen
  sri stanford sunday tau tehran terra theta thursday tia tibia til till tim tomotherapy tri tuesday tumor tumour
  udi ugo ula ulna uma umar una uri usa uzo valencia van varian vena venice ventana vinci virgin vita von vysis
  wednesday west western white wilms yale york zeiss zeneca zeta`,
);

/** Given names that are places, months or surnames as well: they need a surname behind them. */
export const placeNames = list(
  `adelaide alexandria america ann april asia august austin barrett berlin brooklyn cal camden carolina chelsea clara
  dakota dallas dan denver diana durham eugene eureka europa florence general geneva georgia grant hal homer
  houston india ireland israel jackson jan january jesus jordan judge july june justice kent kenya kim lancaster
  lee leo lincoln lorena lourdes loyal lynch madison major mal marie max may mercedes mercy milan nan orlando pal
  paris perth philip phoenix raleigh regina roma roman sal salem sam santiago savannah siena sydney trenton
  trinity urban val verona victoria vienna virginia young zion`,
);

/** Given names the lists lack: of East and South Asia, Africa, the Arab countries, and some short ones dropped above. */
export const moreGiven = list(
  `sian nur tim mia una ria lia tia uma umar ari avi ina dee yuki haruto sota yuto hinata aoi sakura yui hina kenji hiroshi takashi kazuo akira satoshi keiko yoko yumi naoko
  makoto daisuke kenta shota ryota takumi ayumi emiko fumiko haruko kaori mariko michiko noriko sachiko tomoko
  yoshiko hideo ichiro jiro kenichi koichi masahiro mitsuo noboru osamu shigeru shinji tadashi takeshi tetsuo
  yasuo yoichi wei jing xiaoming xiaoyan xiuying guoqiang zhiwei haiyan jianguo jianhua liping meiling mingzhu
  qiang shufen weidong weiwei xiaohong xiaoli yanling yifan yuting zhigang zihan zixuan haoran mengmeng lihua
  guihua chunhua hongmei jiahui minjun jihoon jiwoo seoyeon jiyoung minho sunghoon younghee hyunwoo eunji seojun
  dohyun hayoon soojin jinwoo priya rahul amit sanjay sunita anita rajesh suresh ramesh deepak vijay anjali pooja
  neha kavita lakshmi meena ravi arjun rohan aditya ananya ishaan kiran lalita manish nisha pradeep rekha sandeep
  shreya vikram harpreet gurpreet jaspreet manpreet raj srinivas venkatesh padma usha geeta sita gopal krishna
  mohan muhammad mohammed mohamed ahmed ahmad mahmoud mustafa hussein hassan abdullah abdul abdulrahman khalid
  omar youssef yusuf ibrahim fatima aisha khadija zainab maryam layla leila noor huda salma samira rania nadia
  hanan amal farah tariq walid ziad karim jamal bilal hamza imran asif faisal nasser saeed rashid sami chidi
  chioma ngozi emeka ifeoma adaeze obinna nneka uche amaka chukwuemeka chinedu olusegun oluwaseun adebayo yetunde
  folake tunde babatunde oluwatobi ayodele funmilayo kwame kofi kwabena akosua ama abena yaw esi thabo sipho
  nomvula nandi zanele lerato tendai tatenda chipo wanjiru njeri kamau otieno achieng mwangi makena abebe tesfaye
  almaz nguyen thi linh huong thuy trang phuong duc minh hoang tuan quang somchai siriporn nattapong dimitri
  dimitrios georgios konstantinos ioannis panagiotis svetlana tatiana olga sergei dmitri vladimir yulia oksana
  mykola volodymyr bohdan kateryna siobhan niamh aoife saoirse ciara oisin eoin padraig caoimhe rhys gareth
  angharad carys dafydd megan rosalind henrietta bernadette wilhelmina rosamund gwendolyn philippa anne anna ana
  ada ida eva eli ian joe hans alma cora flora luna lilly carlo`,
);

/** Surnames the lists lack. */
export const moreSurnames = list(
  `sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto
  inoue kimura hayashi shimizu saito mori abe ikeda hashimoto ishikawa ogawa okada fujita goto hasegawa murakami kondo
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie song tang xu deng han
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren shen yao fang jin qian
  kim park lee choi jung kang cho yoon jang lim shin seo kwon hwang ahn song ryu hong
  patel shah singh kumar sharma gupta khan ahmed hussain ali begum iyer reddy rao nair menon pillai desai mehta joshi
  verma mishra chatterjee banerjee mukherjee das bose sen agarwal kapoor malhotra chopra bhatia kaur gill sandhu
  okafor okonkwo adeyemi adewale adebayo eze nwosu obi balogun mensah owusu boateng asante osei appiah dlamini nkosi
  ndlovu khumalo moyo kamau mwangi otieno odhiambo tesfaye bekele nguyen tran pham hoang phan vu dang bui do ngo duong
  al-sayed elsayed el-masry hassan hussein mahmoud ibrahim abdullah rahman malik qureshi sheikh mirza chaudhry
  smith jones williams brown taylor davies evans thomas johnson roberts wilson thompson robinson walker white hughes
  edwards green hall wood clarke jackson harris clark scott lewis king baker moore allen hill young cooper ward turner
  parker carter collins bennett cook bailey morris murphy kelly cox price bell ross gray reed stone fisher hunter
  mason palmer marshall webb rogers knight barker butler fox chapman dean lane shaw west whitaker okoro
  greene doyle reyes delgado gonzalez rodriguez garcia martinez hernandez lopez silva santos oliveira souza pereira
  ferreira almeida costa kowalski nowak petrov ivanov smirnov papadopoulos schmidt mueller muller schneider fischer
  weber meyer wagner becker hoffmann andersson johansson karlsson nilsson hansen olsen jensen nielsen rossi russo
  ferrari bianchi dupont durand dubois moreau laurent bernard`,
);

/** Surnames that are no word and no author of the field: before them an unknown word is a given name. */
export const strongSurnames = list(
  `takahashi tanaka watanabe yamamoto nakamura kobayashi yoshida yamada sasaki yamaguchi matsumoto kimura hayashi
  shimizu ikeda ishikawa okada fujita hasegawa murakami kondo zhang zhou zheng huang patel shah singh kumar sharma gupta
  hussain begum iyer reddy nair menon pillai desai mehta joshi verma mishra chatterjee banerjee mukherjee agarwal kapoor
  malhotra chopra bhatia sandhu okafor okonkwo adeyemi adewale adebayo nwosu balogun mensah owusu boateng asante appiah
  dlamini nkosi ndlovu khumalo kamau mwangi otieno odhiambo tesfaye bekele nguyen pham hoang abdullah qureshi chaudhry
  smith jones williams davies evans roberts wilson thompson robinson hughes edwards clarke harris morris murphy collins
  bennett rogers whitaker doyle reyes delgado gonzalez rodriguez martinez hernandez lopez oliveira pereira ferreira
  almeida kowalski nowak petrov ivanov smirnov papadopoulos schmidt schneider andersson johansson karlsson nilsson
  hansen jensen nielsen dupont moreau gonzales ramirez sanchez gutierrez castillo vasquez mendoza fernandez
  sullivan gallagher kennedy mcdonald mccarthy o'brien o'connor johnson anderson jackson campbell stewart
  richardson henderson patterson jenkins simmons peterson hamilton wallace ferguson crawford reynolds harrison`,
);

/** Surnames that are words, which a small letter leaves in doubt. */
export const ordinarySurnames = list(
  `baker banks barker barrett bell berry best bird black blake bond bowen brown burns butler carter chapman cook cooper
  cross dale day dean fisher flowers ford foster fox freeman frost gold gray green grey hall harper head hill holmes
  hunter king knight lamb lane little long lord love lynch marsh marshall mason may mills moore moss north noble page
  palmer park parker parks payne pearl pierce poole pope porter potter power price reed reeves rice rich rivers rose
  sharp shaw shepherd short sparks spencer stone summers swan taylor tucker turner underwood waters ward weaver webb
  welch wells west wheeler white wise wolf wood woods young song will wong hart carr sims post rush rowe`,
);
