package graph

// Names of attributes that carry what the model has and formats have no field
// for.
const (
	AttrID        = "id"
	AttrTitle     = "title"
	AttrSummary   = "summary"
	AttrLang      = "lang"
	AttrUnsourced = "unsourced"
	AttrSources   = "sources"
	AttrSpeakers  = "speakers"
	AttrPassages  = "passages"
	AttrEvents    = "events"
	AttrStory     = "story"
	AttrHeadline  = "headline"
	AttrCaption   = "lead-caption"

	AttrVocabulary = "vocabulary"

	AttrRoot    = "root" // of the node at which chains of command begin
	AttrKind    = "kind"
	AttrPhrase  = "phrase"
	AttrAliases = "aliases"
	AttrNames   = "names"
	AttrSame    = "same"

	AttrLead           = "lead" // of a relation: its place among those that the picture leads with, from 1
	AttrDirected       = "directed"
	AttrStatus         = "status"
	AttrPeriod         = "period"
	AttrPeriodMeans    = "period-means" // what the period claims, see [network.Meaning]
	AttrPeriodWords    = "period-words"
	AttrPeriodResolved = "period-resolved"
	AttrPeriodNote     = "period-note"
	AttrPast           = "past"
	AttrOpen           = "open"
	AttrInference      = "inference"
	AttrNote           = "note"
	AttrAgainst        = "against"
	AttrLegal          = "legal"
	AttrFacts          = "facts" // of a node too
)

// Names of attributes that readers give to what formats have fields for.
const (
	AttrSpan   = "span"   // of an edge: the time for which it is there, in EDTF
	AttrTimes  = "times"  // when a node or an edge is there, in words
	AttrParent = "parent" // of a node: the id of the node that it is in
)

// Creator is what we write as the program that made a file.
const Creator = "proxynet"

// LabelNames are attributes that name a node, in the order in which they count.
var LabelNames = []string{"label", "name", "shared name", "shared_name", "title", "display name", "caption"}

// Attributes by which tables give the words of a source.
var (
	QuoteNames   = []string{"quote", "quotation", "citation", "excerpt", "passage", "zitat", "cita", "نقل قول", "اقتباس"}
	SpeakerNames = []string{"speaker", "said by", "according to", "sprecher"}
	DenierNames  = []string{"denied by", "against by", "against speaker"} // who says the words of the column “against”
)

// Columns of a table of claims that only some tables have.
const (
	ClaimManner = "manner" // how the article gives a speaker's words
	ClaimBefore = "before" // the words before a quote that the article has more than once, or after it
	ClaimAfter  = "after"
)

// Opposes reports whether the words of a row speak against its claim: whether it
// has anything but such as “no” for that.
func Opposes(as Attributes) bool {
	against := as.Get(AttrAgainst)
	return against != "" && DirectionIn(against) != Undirected
}

// Lengths of texts that are kept, in characters. The rest of a longer one is
// left out and counted.
const (
	MaxLabel    = 200
	MaxSummary  = 2000
	MaxHeadline = 90
	MaxCaption  = 160
	MaxRest     = 400 // of fields that the model lacks and a summary lists
)
