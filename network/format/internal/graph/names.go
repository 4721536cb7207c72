package graph

// Names of attributes for fields of the model that formats lack.
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

	AttrLead           = "lead" // of a relation: its position in the lead of the picture, from 1
	AttrDirected       = "directed"
	AttrStatus         = "status"
	AttrPeriod         = "period"
	AttrPeriodMeans    = "period-means" // the meaning of the period, see [network.Meaning]
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

// Names of attributes that readers use for fields of formats.
const (
	AttrSpan   = "span"   // of an edge: its period, in EDTF
	AttrTimes  = "times"  // the times of a node or an edge, as text
	AttrParent = "parent" // of a node: the id of its parent node
)

// Creator is the name that we write as the creator of a file.
const Creator = "proxynet"

// LabelNames are attributes with the name of a node, in order of precedence.
var LabelNames = []string{"label", "name", "shared name", "shared_name", "title", "display name", "caption"}

// Attributes of tables for quotes of a source.
var (
	QuoteNames   = []string{"quote", "quotation", "citation", "excerpt", "passage", "zitat", "cita", "نقل قول", "اقتباس"}
	SpeakerNames = []string{"speaker", "said by", "according to", "sprecher"}
	DenierNames  = []string{"denied by", "against by", "against speaker"} // speaker of the words in the column “against”
)

// Optional columns of a table of claims.
const (
	ClaimManner = "manner" // manner of a speaker's words in the article
	ClaimBefore = "before" // the words before or after a quote that occurs several times
	ClaimAfter  = "after"
)

// Opposes reports whether a row has words against its claim, other than words such as
// “no”.
func Opposes(as Attributes) bool {
	against := as.Get(AttrAgainst)
	return against != "" && DirectionIn(against) != Undirected
}

// Maximum lengths of texts in characters. The rest of a longer text is dropped and
// counted.
const (
	MaxLabel    = 200
	MaxSummary  = 2000
	MaxHeadline = 90
	MaxCaption  = 160
	MaxRest     = 400 // of fields missing in the model that a summary lists
)
