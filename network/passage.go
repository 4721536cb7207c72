package network

// Passage is a short verbatim quote from a source.
type Passage struct {
	ID        string        `json:"id"`
	Source    string        `json:"source"`    // id of the source
	Paragraph int           `json:"paragraph"` // from 1; 0 until it is found in the source's text
	Selector  QuoteSelector `json:"selector"`
	Position  *Position     `json:"position,omitempty"` // a hint, for the text as it was checked
	Speaker   string        `json:"speaker"`            // id of its speaker
	Manner    Manner        `json:"manner"`
	Via       string        `json:"via,omitempty"` // id of the speaker through whom the source knows it
	Anchor    *Anchor       `json:"-"`             // how pages find it; nil unless it was checked against the source's text
}

// QuoteSelector is a W3C Web Annotation TextQuoteSelector: the exact text, and
// the text right before and after it if that is needed to distinguish two
// occurrences. https://www.w3.org/TR/annotation-model/#text-quote-selector
type QuoteSelector struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// Position is a W3C Web Annotation TextPositionSelector: the half-open range
// [Start, End) of the quote in the source's text, in Unicode code points.
// https://www.w3.org/TR/annotation-model/#text-position-selector
type Position struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Anchor lets a page find a passage in its source's text without containing that text.
// Lengths and offsets count letters; see package fold.
type Anchor struct {
	Paragraph     Context // all of the paragraph
	Nth, Of       int     // of the Of stretches of the source that have this fingerprint, the paragraph is the Nth, from 0
	Start, Length int     // where in the paragraph the passage is

	// The words around the passage in its sentence, or as many as make the passage
	// unique; both are nil if nothing in its paragraph does.
	Before, After *Context
}

// Context is text of a source, identified by its fingerprint only.
type Context struct {
	Fingerprint
	Edge   bool // it reaches the beginning or the end of a sentence
	Signed bool // which ends with a point or the like
}

// Fingerprint identifies a range of letters without containing it.
type Fingerprint struct {
	Length int   // in UTF-16 code units
	Hash   int64 // less than 2^52
}

// Manner is the way in which a source gives its speaker's words.
type Manner string

const (
	Own         Manner = "own"         // the source speaks in its own voice
	Quoted      Manner = "quoted"      // the speaker's own words, in quotation marks
	Paraphrased Manner = "paraphrased" // the speaker's words as the source retells them
)

// Manners lists every manner.
var Manners = []Manner{Own, Quoted, Paraphrased}

// Speaker is a person or body to which a source attributes words, or the source itself.
type Speaker struct {
	ID       string      `json:"id"`
	Label    string      `json:"label"`
	Kind     SpeakerKind `json:"kind"`
	Role     string      `json:"role,omitempty"`     // our own words, from what the source says of the speaker
	Node     string      `json:"node,omitempty"`     // id of the node that the speaker also is
	Passages []string    `json:"passages,omitempty"` // where the source introduces the speaker
}

// SpeakerKind is the kind of a speaker.
type SpeakerKind string

const (
	Article     SpeakerKind = "article"     // the source in its own voice
	Named       SpeakerKind = "named"       // a named person
	Institution SpeakerKind = "institution" // such as a government
	Unnamed     SpeakerKind = "unnamed"     // officials without a name
)

// SpeakerKinds lists every kind of speaker.
var SpeakerKinds = []SpeakerKind{Article, Named, Institution, Unnamed}

// FirstOfParagraphs returns the first passage of each paragraph, in order, for lists of
// paragraphs.
func FirstOfParagraphs(passages []Passage) []Passage {
	type place struct {
		source    string
		paragraph int
	}
	seen := map[place]bool{}
	var first []Passage
	for _, p := range passages {
		if at := (place{p.Source, p.Paragraph}); !seen[at] {
			seen[at] = true
			first = append(first, p)
		}
	}
	return first
}
