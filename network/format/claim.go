package format

import (
	"slices"

	"proxynet/network"
)

// wholeDenial is what is said against a relation, with its passages and its
// speaker, as the relation carries it.
type wholeDenial struct {
	Speaker  *network.Speaker  `json:"speaker"`
	Says     network.Objection `json:"says"`
	Date     *network.Date     `json:"date,omitempty"`
	Passages []wholePassage    `json:"passages"`
}

// wholeStage is a legal stage with its passages.
type wholeStage struct {
	Stage    network.LegalStage `json:"stage"`
	Date     *network.Date      `json:"date"`
	Passages []wholePassage     `json:"passages"`
}

// wholeFact is a fact with its passages.
type wholeFact struct {
	Kind     network.FactKind `json:"kind"`
	Value    string           `json:"value"`
	Currency string           `json:"currency,omitempty"`
	Passages []wholePassage   `json:"passages"`
}

func (w *whole) against(list []network.Denial) []wholeDenial {
	out := make([]wholeDenial, len(list))
	for i, d := range list {
		out[i] = wholeDenial{w.speakers[d.Speaker], d.Says, d.Date, w.passages(d.Passages)}
	}
	return out
}

func (w *whole) legal(list []network.Stage) []wholeStage {
	out := make([]wholeStage, len(list))
	for i, s := range list {
		out[i] = wholeStage{s.Stage, s.Date, w.passages(s.Passages)}
	}
	return out
}

func (w *whole) facts(list []network.Fact) []wholeFact {
	out := make([]wholeFact, len(list))
	for i, f := range list {
		out[i] = wholeFact{f.Kind, f.Value, f.Currency, w.passages(f.Passages)}
	}
	return out
}

// against takes what is said against a relation. An attribute of that name that
// holds anything else stays.
func (im *importer) against(as *Attributes) []network.Denial {
	var list []wholeDenial
	if !as.holds(attrAgainst, &list) || slices.ContainsFunc(list, func(d wholeDenial) bool { return d.Speaker == nil || !sound(d.Passages) }) {
		return nil
	}
	as.take(attrAgainst)
	var out []network.Denial
	for _, d := range list {
		im.speaker(d.Speaker)
		out = append(out, network.Denial{Speaker: d.Speaker.ID, Says: d.Says, Date: im.redate(d.Date), Passages: im.keepAll(d.Passages)})
	}
	return out
}

func (im *importer) legal(as *Attributes) []network.Stage {
	var list []wholeStage
	unsound := func(s wholeStage) bool { return !sound(s.Passages) || im.redate(s.Date) == nil }
	if !as.holds(attrLegal, &list) || slices.ContainsFunc(list, unsound) {
		return nil
	}
	as.take(attrLegal)
	var out []network.Stage
	for _, s := range list {
		out = append(out, network.Stage{Stage: s.Stage, Date: im.redate(s.Date), Passages: im.keepAll(s.Passages)})
	}
	return out
}

// facts takes the details of a node or a relation. Those of a kind that nothing
// declares stay, in words.
func (im *importer) facts(as *Attributes) []network.Fact {
	var list []wholeFact
	if !as.holds(attrFacts, &list) || slices.ContainsFunc(list, func(f wholeFact) bool { return !sound(f.Passages) }) {
		return nil
	}
	as.take(attrFacts)
	var out []network.Fact
	for _, f := range list {
		fact := network.Fact{Kind: f.Kind, Value: f.Value, Currency: f.Currency}
		if im.terms.FactType(f.Kind) == "" {
			im.losses.add(1, lossFact, show(string(f.Kind)))
			as.add("fact", text(im.terms.FactText(fact)))
			continue
		}
		fact.Passages = im.keepAll(f.Passages)
		out = append(out, fact)
	}
	return out
}

// holds reports whether an attribute holds JSON of into's type, and reads it.
func (as *Attributes) holds(name string, into any) bool {
	at := as.find(name)
	return at >= 0 && strict((*as)[at].Value.Text, into)
}
