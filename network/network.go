package network

import "strings"

// FormatVersion is the version of the network format that this package reads
// and writes.
const FormatVersion = 1

// Network is a network of relations that one or more sources describe. Ids are unique
// across sources, speakers, passages, nodes, relations, events and steps of the story.
//
// An Unsourced network has not been linked to a text yet, such as a list of ties from
// another program. It needs no sources, speakers, passages or root; its nodes, relations
// and events need no passages, and its nodes and events no summary. Its relations without
// passages, and only these, have the status [Unsourced]. Such a network is not evidence:
// check reports an error, and every view is labelled as unsourced.
type Network struct {
	Format    int         `json:"format"`
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Summary   string      `json:"summary"`               // our own words, one or two sentences
	Headline  string      `json:"headline,omitempty"`    // our own words: what the picture shows, as a statement; "" means the title
	Caption   string      `json:"leadCaption,omitempty"` // our own words: one sentence about the relations of Lead
	Lang      string      `json:"lang"`                  // BCP 47, of our own words
	Root      string      `json:"root"`                  // id of the node at which chains start
	Lead      []string    `json:"lead,omitempty"`        // ids of the relations in the picture's lead
	Unsourced bool        `json:"unsourced,omitempty"`
	Sources   []Source    `json:"sources"`
	Speakers  []Speaker   `json:"speakers"`
	Passages  []Passage   `json:"passages"`
	Nodes     []Node      `json:"nodes"`
	Relations []Relation  `json:"relations"`
	Events    []Event     `json:"events"`
	Story     []StoryStep `json:"story,omitempty"` // in its order

	Vocabulary *Vocabulary `json:"vocabulary,omitempty"` // nil: the built-in terms only

	Translations []Translation `json:"translations,omitempty"` // into other languages than Lang

	Translated *Translated `json:"translated,omitempty"` // set by [Network.In]
}

// Heading returns the heading of the picture: the headline or, if there is none, the
// title.
func (n *Network) Heading() string {
	if n.Headline != "" {
		return n.Headline
	}
	return n.Title
}

// Source is a published text that passages quote.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Author    string `json:"author,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	Lang      string `json:"lang"` // BCP 47
	Date      *Date  `json:"date,omitempty"`
}

// Node is an actor, or something that actors act on.
type Node struct {
	ID       string            `json:"id"`
	Label    string            `json:"label"`
	Phrase   string            `json:"phrase,omitempty"`  // the label inside a sentence, such as "the Quds Force"
	Aliases  []string          `json:"aliases,omitempty"` // other names that the source uses
	Names    map[string]string `json:"names,omitempty"`   // BCP 47 language → name in that language
	Same     []string          `json:"same,omitempty"`    // addresses of the same thing elsewhere, such as in Wikidata
	Kind     NodeKind          `json:"kind"`
	Summary  string            `json:"summary"` // our own words
	Passages []string          `json:"passages"`
	Facts    []Fact            `json:"facts,omitempty"`
}

// Relation is what From is or does to To or, if it is undirected, what both are to each
// other. As a sentence it is the phrase of From, Verb and the phrase of To, which takes
// the place of a "…" in Verb.
type Relation struct {
	ID        string       `json:"id"`
	From      string       `json:"from"`
	To        string       `json:"to"`
	Directed  bool         `json:"directed"`
	Kind      RelationKind `json:"kind"`
	Verb      string       `json:"verb"` // a verb phrase, such as "gives arms to" or "keeps … from attacks"
	Status    Status       `json:"status"`
	Period    *Date        `json:"period,omitempty"`
	Past      bool         `json:"past,omitempty"`      // past at the time of the source
	Open      bool         `json:"open,omitempty"`      // the source asks whether it holds, and leaves it open
	Inference string       `json:"inference,omitempty"` // our own words: how an implied relation follows from its passages
	Note      string       `json:"note,omitempty"`      // our own words: a limit, a doubt, what the source leaves out
	Passages  []string     `json:"passages"`
	Against   []Denial     `json:"against,omitempty"`
	Legal     []Stage      `json:"legal,omitempty"` // in the order of their dates
	Facts     []Fact       `json:"facts,omitempty"`
}

// Around returns the parts of the verb before and after the phrase of To, with
// their spaces.
func (r *Relation) Around() (before, after string) {
	before, after, inside := strings.Cut(r.Verb, "…")
	if !inside {
		return before + " ", ""
	}
	return before, after
}

// Event is something that happened, and who took part.
type Event struct {
	ID           string        `json:"id"`
	Label        string        `json:"label"`
	Date         *Date         `json:"date,omitempty"` // nil: the source gives none, and none was resolved
	Status       Status        `json:"status"`
	Summary      string        `json:"summary"` // our own words
	Participants []Participant `json:"participants"`
	Passages     []string      `json:"passages"`
}

// Participant is a node's part in an event.
type Participant struct {
	Node string `json:"node"`
	Role string `json:"role"` // a few words of our own, such as "killed"
}
