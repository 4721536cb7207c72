package question

import "proxynet/network"

// Name is a node in an answer.
type Name struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Phrase string `json:"phrase"` // the label inside a sentence
}

// Relation is a relation in an answer.
type Relation struct {
	ID       string         `json:"id"`
	From     Name           `json:"from"`
	To       Name           `json:"to"`
	Lang     string         `json:"lang"`   // of the verb
	Before   string         `json:"before"` // the part of the verb before To, with its spaces
	After    string         `json:"after"`  // the part of the verb after To, with its spaces
	Status   network.Status `json:"status"`
	Open     bool           `json:"open"`     // the source leaves open whether it holds
	Past     bool           `json:"past"`     // it was over when the source was written
	OpenThen bool           `json:"openThen"` // the source leaves open whether it held at the state's date
	Passages []Passage      `json:"passages"` // the first of each paragraph
	Against  []Against      `json:"against"`
	// Legal is the legal stage at the state's date, or the last one if the state has
	// no date; "" if the relation had reached none.
	Legal network.LegalStage `json:"legal"`
}

// Against is a denial or contradiction of a relation.
type Against struct {
	Speaker  string            `json:"speaker"` // label
	Says     network.Objection `json:"says"`
	Passages []Passage         `json:"passages"`
}

// Passage is the place of a passage.
type Passage struct {
	ID        string `json:"id"`
	Paragraph int    `json:"paragraph"` // of its source, from 1
}

func (v *view) name(id string) Name {
	n := v.index.Nodes[id]
	return Name{id, n.Label, v.index.Phrase(id)}
}

// speaker returns the label of a speaker.
func (v *view) speaker(id string) string {
	if s := v.index.Speakers[id]; s != nil {
		return s.Label
	}
	return ""
}

func (v *view) names(ids []string) []Name {
	names := make([]Name, len(ids))
	for i, id := range ids {
		names[i] = v.name(id)
	}
	return names
}

func (v *view) answerRelation(id string) Relation {
	r := v.index.Relations[id]
	t := Relation{ID: id, Lang: v.LangOf(id, "verb"), From: v.name(r.From), To: v.name(r.To), Status: r.Status, Open: r.Open, Past: r.Past, OpenThen: v.filter.TemporalStatus(r) == network.Open}
	t.Before, t.After = r.Around()
	t.Passages, t.Against = v.places(r.Passages), []Against{}
	for _, d := range r.Against {
		t.Against = append(t.Against, Against{v.speaker(d.Speaker), d.Says, v.places(d.Passages)})
	}
	if s := v.filter.Stage(r); s != nil {
		t.Legal = s.Stage
	}
	return t
}

// places returns the places of the passages with the given ids: the first one of
// each paragraph.
func (v *view) places(ids []string) []Passage {
	places := []Passage{}
	var rests []network.Passage
	for _, id := range ids {
		rests = append(rests, *v.index.Passages[id])
	}
	for _, p := range network.FirstOfParagraphs(rests) {
		places = append(places, Passage{p.ID, p.Paragraph})
	}
	return places
}

func (v *view) answerRelations(ids []string) []Relation {
	all := make([]Relation, len(ids))
	for i, id := range ids {
		all[i] = v.answerRelation(id)
	}
	return all
}
