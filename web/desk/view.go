package desk

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/web/language"
)

// View is the contents of the text. If the text has diagnostics, all other fields describe
// the last text without diagnostics.
type View struct {
	Revision    int          `json:"revision"`
	Diagnostics []Diagnostic `json:"diagnostics"`
	Findings    []Finding    `json:"findings"`
	Publishable bool         `json:"publishable"` // no finding is an error

	ID        string `json:"id"`
	Title     string `json:"title"`
	Summary   string `json:"summary"`
	Headline  string `json:"headline"`
	Caption   string `json:"leadCaption"`
	Lang      string `json:"lang"`
	Direction string `json:"direction"` // of the network's language
	Root      string `json:"root"`
	NeedsRoot bool   `json:"needsRoot"` // its terms form chains

	Sources    []Source   `json:"sources"`
	Speakers   []Speaker  `json:"speakers"`
	Nodes      []Node     `json:"nodes"`
	Relations  []Relation `json:"relations"`
	Events     []Event    `json:"events"`
	Steps      []Step     `json:"steps"`
	Passages   []Passage  `json:"passages"`
	Mentions   []Mention  `json:"mentions"`
	Vocabulary Vocabulary `json:"vocabulary"`
}

// Source is a source and its text.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Lang      string `json:"lang"`
	Direction string `json:"direction"`
	Article   string `json:"article"` // name of the file with its text; "" if that isn't there
}

// Speaker is a speaker of passages.
type Speaker struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
	Role  string `json:"role"`
	Node  string `json:"node"`
	Line  int    `json:"line"`
}

// Node is a node, with its facts.
type Node struct {
	ID       string   `json:"id"`
	Label    string   `json:"label"`
	Kind     string   `json:"kind"`
	Aliases  []string `json:"aliases"`
	Summary  string   `json:"summary"`
	Passages []string `json:"passages"`
	Facts    []Fact   `json:"facts"`
	Line     int      `json:"line"`
}

// Relation is a claim.
type Relation struct {
	ID        string   `json:"id"`
	From      string   `json:"from"`
	To        string   `json:"to"`
	Kind      string   `json:"kind"`
	Verb      string   `json:"verb"`
	Directed  bool     `json:"directed"`
	Sentence  string   `json:"sentence"`
	Status    string   `json:"status"`
	Speaker   string   `json:"speaker"` // id of the speaker; "" for the source in its own voice, or several
	Inference string   `json:"inference"`
	Note      string   `json:"note"`
	Past      bool     `json:"past"`
	Open      bool     `json:"open"`
	Period    *Date    `json:"period,omitempty"`
	Passages  []string `json:"passages"`
	Against   []Denial `json:"against"`
	Legal     []Stage  `json:"legal"`
	Facts     []Fact   `json:"facts"`
	Line      int      `json:"line"`
}

// Date is a date as written in the file.
type Date struct {
	EDTF  string `json:"edtf"`
	Means string `json:"means"`
	Words string `json:"words"`
}

// Denial is a denial of a claim.
type Denial struct {
	Speaker  string   `json:"speaker"`
	Says     string   `json:"says"`
	Date     *Date    `json:"date,omitempty"`
	Passages []string `json:"passages"`
}

// Stage is a legal stage.
type Stage struct {
	Stage    string   `json:"stage"`
	Date     *Date    `json:"date,omitempty"`
	Passages []string `json:"passages"`
}

// Fact is a detail of a node or a relation.
type Fact struct {
	Kind     string   `json:"kind"`
	Value    string   `json:"value"`
	Currency string   `json:"currency"`
	Text     string   `json:"text"` // in words
	Passages []string `json:"passages"`
}

// Event is an event.
type Event struct {
	ID           string        `json:"id"`
	Label        string        `json:"label"`
	Date         *Date         `json:"date,omitempty"`
	Status       string        `json:"status"`
	Summary      string        `json:"summary"`
	Participants []Participant `json:"participants"`
	Passages     []string      `json:"passages"`
	Line         int           `json:"line"`
}

// Participant is a node's part in an event.
type Participant struct {
	Node string `json:"node"`
	Role string `json:"role"`
}

// Step is a step of the story.
type Step struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Text     string            `json:"text"`
	Passages []string          `json:"passages"`
	State    network.StepState `json:"state"`
	Line     int               `json:"line"`
}

// Passage is a passage and its range in the article. Paragraph is 0 if it isn't found.
type Passage struct {
	ID        string   `json:"id"`
	Source    string   `json:"source"`
	Paragraph int      `json:"paragraph"`
	From      int      `json:"from"` // in the paragraph
	To        int      `json:"to"`
	Quote     string   `json:"quote"`
	CitedBy   []string `json:"citedBy"`
	Speaker   string   `json:"speaker"` // id; "" for the source in its own voice
	Manner    string   `json:"manner"`
	Line      int      `json:"line"`
}

// Mention is the name of a node in an article or, without a node, a candidate name.
type Mention struct {
	Source    string `json:"source"`
	Paragraph int    `json:"paragraph"`
	From      int    `json:"from"`
	To        int    `json:"to"`
	Text      string `json:"text"`
	Node      string `json:"node,omitempty"`
}

// newView returns the view of the current document.
func (rd *reading) newView() *View {
	d, n := rd.document, rd.document.Network
	v := &View{
		Diagnostics: []Diagnostic{},
		ID:          n.ID, Title: n.Title, Summary: n.Summary, Headline: n.Headline, Caption: n.Caption,
		Lang: n.Lang, Direction: language.DirectionOf(n.Lang), Root: n.Root, NeedsRoot: n.Terms().Chains(),
		Sources: []Source{}, Speakers: []Speaker{}, Nodes: []Node{}, Relations: []Relation{}, Events: []Event{}, Steps: []Step{},
		Vocabulary: rd.vocabulary(n),
	}
	v.Passages = rd.passages()
	voice := voiceOf(n)
	speaker := make(map[string]string, len(n.Passages))
	for _, p := range n.Passages {
		speaker[p.ID] = p.Speaker
	}
	for _, s := range n.Sources {
		o := Source{ID: s.ID, Title: s.Title, Lang: s.Lang, Direction: language.DirectionOf(s.Lang)}
		if a := rd.articles[s.ID]; a != nil {
			o.Article = a.Name
		}
		v.Sources = append(v.Sources, o)
	}
	for _, s := range n.Speakers {
		v.Speakers = append(v.Speakers, Speaker{s.ID, s.Label, string(s.Kind), s.Role, s.Node, d.Line(s.ID)})
	}
	terms := n.Terms()
	index := network.NewIndex(n)
	for _, o := range n.Nodes {
		v.Nodes = append(v.Nodes, Node{o.ID, o.Label, string(o.Kind), list(o.Aliases), o.Summary, list(o.Passages), facts(terms, o.Facts), d.Line(o.ID)})
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		o := Relation{
			ID: r.ID, From: r.From, To: r.To, Kind: string(r.Kind), Verb: r.Verb, Directed: r.Directed, Sentence: sentence(r, index),
			Status: string(r.Status), Inference: r.Inference, Note: r.Note, Past: r.Past, Open: r.Open, Period: date(r.Period),
			Passages: list(r.Passages), Against: []Denial{}, Legal: []Stage{}, Facts: facts(terms, r.Facts), Line: d.Line(r.ID),
		}
		for k, id := range r.Passages {
			if who := speaker[id]; k == 0 && who != voice {
				o.Speaker = who
			} else if who != o.Speaker {
				o.Speaker = ""
				break
			}
		}
		for _, a := range r.Against {
			o.Against = append(o.Against, Denial{a.Speaker, string(a.Says), date(a.Date), list(a.Passages)})
		}
		for _, s := range r.Legal {
			o.Legal = append(o.Legal, Stage{string(s.Stage), date(s.Date), list(s.Passages)})
		}
		v.Relations = append(v.Relations, o)
	}
	for _, o := range n.Events {
		t := Event{o.ID, o.Label, date(o.Date), string(o.Status), o.Summary, []Participant{}, list(o.Passages), d.Line(o.ID)}
		for _, p := range o.Participants {
			t.Participants = append(t.Participants, Participant{p.Node, p.Role})
		}
		v.Events = append(v.Events, t)
	}
	for _, s := range n.Story {
		v.Steps = append(v.Steps, Step{s.ID, s.Title, s.Text, list(s.Passages), s.State, d.Line(s.ID)})
	}
	v.Mentions = rd.mentions()
	v.Findings = finder{rd}.findings(v)
	v.Publishable = rd.result.Showable()
	return v
}

// emptyView returns the view before any text could be read.
func (rd *reading) emptyView() *View {
	return &View{
		Diagnostics: []Diagnostic{}, Findings: []Finding{}, Direction: "ltr", Sources: []Source{}, Speakers: []Speaker{}, Nodes: []Node{}, Relations: []Relation{},
		Events: []Event{}, Steps: []Step{}, Passages: []Passage{}, Mentions: []Mention{}, Vocabulary: rd.vocabulary(&network.Network{Lang: "en"}),
	}
}

// list replaces nil by an empty list, which is [] in JSON.
func list(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}

func date(d *network.Date) *Date {
	if d == nil {
		return nil
	}
	return &Date{d.EDTF, string(d.Means), d.Words}
}

func facts(terms *network.Terms, all []network.Fact) []Fact {
	out := make([]Fact, len(all))
	for i, f := range all {
		out[i] = Fact{string(f.Kind), f.Value, f.Currency, terms.FactText(f), list(f.Passages)}
	}
	return out
}

// sentence returns a relation of the index's network as a sentence.
func sentence(r *network.Relation, index *network.Index) string { return capital(index.Sentence(r)) }

// capital returns a text with its first letter in upper case.
func capital(text string) string {
	for i, c := range text {
		return strings.ToUpper(string(c)) + text[i+len(string(c)):]
	}
	return text
}

// voiceOf returns the id of the source's own voice, "" if no speaker is one.
func voiceOf(n *network.Network) string {
	for _, s := range n.Speakers {
		if s.Kind == network.Article {
			return s.ID
		}
	}
	return ""
}

// passages returns the passages in file order.
func (rd *reading) passages() []Passage {
	d, n := rd.document, rd.document.Network
	voice := voiceOf(n)
	cited := citedBy(n)
	out := make([]Passage, 0, len(n.Passages))
	for i := range n.Passages {
		p := &n.Passages[i]
		o := Passage{
			ID: p.ID, Source: p.Source, Quote: p.Selector.Exact, CitedBy: list(cited[p.ID]), Manner: string(p.Manner), Line: d.Line(p.ID),
		}
		if p.Speaker != voice {
			o.Speaker = p.Speaker
		}
		if at, ok := rd.rangeOf(p); ok {
			text := rd.articles[p.Source].Paragraphs[at.Paragraph].Text
			c := counter{text: text}
			o.Paragraph, o.From, o.To = at.Paragraph+1, c.unitAt(at.From), c.unitAt(at.To)
		}
		out = append(out, o)
	}
	return out
}

// rangeOf returns the range of a passage in its article, false if it is misquoted.
func (rd *reading) rangeOf(p *network.Passage) (file.Range, bool) {
	a := rd.articles[p.Source]
	if a == nil || p.Position == nil || p.Anchor == nil {
		return file.Range{}, false
	}
	return a.PlaceOf(p.Paragraph, p.Position.Start, p.Position.End-p.Position.Start)
}

// citedBy returns the ids of the records that name each passage.
func citedBy(n *network.Network) map[string][]string {
	by := make(map[string][]string)
	eachCitation(n, func(id string, passages []string) {
		for _, p := range passages {
			if !slices.Contains(by[p], id) {
				by[p] = append(by[p], id)
			}
		}
	})
	return by
}

// eachCitation calls cite with each list of passages and the record that it is of.
func eachCitation(n *network.Network, cite func(id string, passages []string)) {
	for i := range n.Nodes {
		r := &n.Nodes[i]
		cite(r.ID, r.Passages)
		for _, f := range r.Facts {
			cite(r.ID, f.Passages)
		}
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		cite(r.ID, r.Passages)
		for _, a := range r.Against {
			cite(r.ID, a.Passages)
		}
		for _, s := range r.Legal {
			cite(r.ID, s.Passages)
		}
		for _, f := range r.Facts {
			cite(r.ID, f.Passages)
		}
	}
	for i := range n.Events {
		cite(n.Events[i].ID, n.Events[i].Passages)
	}
	for i := range n.Speakers {
		cite(n.Speakers[i].ID, n.Speakers[i].Passages)
	}
	for i := range n.Story {
		cite(n.Story[i].ID, n.Story[i].Passages)
	}
}
