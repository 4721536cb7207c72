// Words that a typing error, as words.js defines it, turns into one another: “signed”
// and “singed”, “contracts” and “contacts”. The difference may be a change of meaning,
// so it never counts as a typing error.
//
// These are all such pairs among the words of SCOWL 2020.12.07 as Debian packages it
// (wamerican, wbritish), without pairs that are two spellings of one word.
// SCOWL is copyright 2000-2011 Kevin Atkinson, who permits use, copying,
// modification, distribution and sale for any purpose, without any warranty.

export const CONFUSABLE = new Set(`
  accouterments accoutrements addictions additions alteration alterations altercation altercations alternation alternations amiability amicability
  anthologies anthologises anthologizes apologies apologises apologizes appraising apprising assembles assemblies automation automaton backlashes
  backsides backslashes backslides bandanas bandannas banister banisters bannister bannisters baptisteries baptistery baptistries baptistry
  beatification beatified beatifies beatifying beautification beautified beautifies beautifying behooved behooves behooving behoved behoves behoving
  bellying belying blasphemes blasphemies bogieing boniest bonniest boogieing bookmaking bookmarking brinkmanship brinksmanship bugled bugles bugling
  bulged bulges bulging burglaries burglarises burglarizes caliper calipered calipering calipers calisthenic calisthenics calliper callipered
  callipering callipers callisthenic callisthenics callousing callusing cancelation cancellation carburetor carburetors carburettor carburettors
  carousel carousels carrousel carrousels cartons cartoons casinos cassinos casual casually cataloged cataloger catalogers cataloging catalogued
  cataloguer cataloguers cataloguing categories categorises categorizes causal causally chaffing chafing chagrined chagrining chagrinned chagrinning
  chairwoman chairwomen charwoman charwomen chilies chillies clarinetist clarinetists clarinettist clarinettists coiffing coifing comically commandeers
  commanders competences competencies competing compiled compiles complaint complected completed completing compliant complied complies composing
  composting concerted concerting concreted concreting conducing conducive conducting conductive congenial congenially congenital congenitally
  consigning contacted contacting continent continents contingent contingents contracted contracting corespondent corespondents correspondent
  correspondents cosigning cosmically councillor councillors councilor councilors counsellor counsellors counselor counselors creations cremations
  crucifies crucifixes cruelest cruellest crumbiest crumbliest curtseying curtsying decanting deceasing decreasing deducible deductible defeating
  defecating defecation defecting defection defections defectors deflecting deflection deflections deflectors deprecate deprecated deprecates
  deprecating deprecation depreciate depreciated depreciates depreciating depreciation deprivation deprivations deprogramed deprograming deprogrammed
  deprogramming derivation derivations descanting deserts desserts devilries deviltries dexterously dextrously diagramed diagraming diagrammed
  diagramming dialings diallings doughiest doughtiest dragons dragoons duelist duelists duellist duellists dullness dulness dumbfounded dumbfounding
  dumbfounds dumfounded dumfounding dumfounds earthiest earthliest economies economises economizes ethically ethnically evilest evillest excepting
  excerpting expatiate expatiated expatiates expatiating expatriate expatriated expatriates expatriating expediences expediencies expiation expiration
  fantasied fantasies fantasised fantasises fantasized fantasizes filings fillings filterable filtrable fledgeling fledgelings fledgling fledglings
  fleshiest fleshliest floatation floatations flotation flotations foregather foregathered foregathering foregathers foreswearing foreswears forgather
  forgathered forgathering forgathers forswearing forswears freighting frighting fullness fulness garoted garotes garoting garotte garotted garottes
  garotting garroted garrotes garroting garrotte garrotted garrottes garrotting gingkoes gingkos ginkgoes ginkgos godlier godliest goodlier goodliest
  gradation gradations graduation graduations grandad grandads granddad granddads gruelings gruellings guerilla guerillas guerrilla guerrillas gustier
  gustiest gutsier gutsiest habitation habituation hairbreadth hairbreadths hairsbreadth hairsbreadths handcraft handcrafts handicraft handicrafts
  harmonies harmonises harmonizes headwaiters headwaters heritages hermitages humaneness humanness immorality immorally immortality immortally immovable
  immoveable impalement imperious impervious implement imprudence impudence indicating indicting infarction infecting infection infections infinities
  infinitives inflecting inflection inflections infraction inhumanely inhumanly insulating insulting insurgences insurgencies interment internement
  interneship interneships internment internship internships interstate intestate irrelevances irrelevancies liability liberties libertines lightening
  lightning likableness likeableness livability loyalest loyallest macintosh macintoshes mackintosh mackintoshes madrasas madrassas manikin manikins
  mannikin mannikins mantelpiece mantelpieces mantlepiece mantlepieces marital martial marvellously marvelously meagerly meagerness meagrely meagreness
  medalist medalists medallist medallists mediating mediation medicating medication meditating meditation militaries militarises militarizes mislaying
  misplaying modelings modellings moldering monopolies monopolises monopolizes mouldering multiples multiplies numbskulls numskulls nutrients nutriments
  outlaying outplaying overate overdoing overdosing overeating overheating overlaying overlying overpaying overplaying overrate panelings panelist
  panelists panellings panellist panellists paniers panniers parakeet parakeets parrakeet parrakeets pasties patsies pattering patterning perforation
  perforations peroration perorations philosophies philosophises philosophizes plaint planing planning pliant poises posies predicated predicating
  predication predicative predicted predicting prediction predictive premises premisses priorities prioritises prioritizes programed programer
  programers programing programmed programmer programmers programming prostates prostrates quadruped quadrupled raccoons racoons raggedest raggediest
  reconnoitered reconnoitering reconnoitred reconnoitring reenters remainders reminders renters repelling repertoires repertories reprogramed
  reprograming reprogrammed reprogramming rereading reselling resetting resettling residences residencies respelling restarting restating restauranteur
  restauranteurs restaurateur restaurateurs restrained restraining retaining retired retires retracing retracting retrained retraining retreading
  retried retries rhapsodies rhapsodises rhapsodizes riffling rifling rigamarole rigamaroles rigmarole rigmaroles rogues roosters rosters rotundness
  rouges roundness ruination rumination salivation salvation scaring scarring scooping scoping scrunches scrunchies sepulchered sepulchering sepulchred
  sepulchring shaming shamming sheikdoms sheikhdoms sherds shining shinning shreds signed signer signers signing singed singer singers singing skilful
  skilfully skillful skillfully skulduggery skullduggery slumberous slumbrous smoldered smoldering smoother smother smouldered smouldering sobriquet
  sobriquets soldering soldier soldiering solider soliloquies soliloquises soliloquizes solitaires solitaries somberly sombrely soubriquet soubriquets
  spareness sparing sparring sparseness spattered spattering specialities speciality specialties specialty splattered splattering spluttered spluttering
  spooring sporing sputtered sputtering stanchest stanching staring starring staunchest staunching stingiest straggler stragglier strangers stranglers
  stretcher stretchier stringiest subsidies subsidises subsidizes summaries summarises summarizes summoning summonsing supplants suppliant suppliants
  supplicant supplicants sympathies sympathises sympathizes tablespoonful tablespoonsful teaspoonful teaspoonsful thraldom thralldom tilted tilting
  tiniest tinniest titled titling towelings towellings trailed trailing trails tranquilest tranquility tranquillest tranquillity transitted transitting
  transmitted transmitting travelings travellings treasures treasuries trialed trialing trials tunnelings tunnellings twining twinning tyrannies
  tyrannises tyrannizes unblocking underlays underlies underlines underling underlying underpaying underpays underplaying underplays uniformed
  uninformed united unites unlocking unshakable unshakeable untied unties usability useability vanishing varnishing verification verifying vermilion
  vermillion versification versifying waggoner waggoners wagoner wagoners wainscotings wainscottings waiver warranted warrantied warranting warrantying
  wavier whodunit whodunits whodunnit whodunnits whomsoever whosoever wilfully wilfulness willfully willfulness winteriest wintriest woolens woolier
  woolies wooliest woollens woollier woollies woolliest
`.trim().split(/\s+/));
