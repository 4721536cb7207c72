package convert

import (
	"slices"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
)

// wholeDenial is a denial of a relation with its passages and its speaker, as an
// attribute of the relation.
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

func (w whole) against(list []network.Denial) []wholeDenial {
	out := make([]wholeDenial, len(list))
	for i, d := range list {
		out[i] = wholeDenial{w.Speakers[d.Speaker], d.Says, d.Date, w.passages(d.Passages)}
	}
	return out
}

func (w whole) legal(list []network.Stage) []wholeStage {
	out := make([]wholeStage, len(list))
	for i, s := range list {
		out[i] = wholeStage{s.Stage, s.Date, w.passages(s.Passages)}
	}
	return out
}

func (w whole) facts(list []network.Fact) []wholeFact {
	out := make([]wholeFact, len(list))
	for i, f := range list {
		out[i] = wholeFact{f.Kind, f.Value, f.Currency, w.passages(f.Passages)}
	}
	return out
}

// against removes and returns the denials of a relation. An attribute of that name with
// other content stays.
func (ev *evidence) against(as *graph.Attributes) []network.Denial {
	var list []wholeDenial
	if !as.Holds(graph.AttrAgainst, &list) || slices.ContainsFunc(list, func(d wholeDenial) bool { return d.Speaker == nil || !sound(d.Passages) }) {
		return nil
	}
	as.Take(graph.AttrAgainst)
	var out []network.Denial
	for _, d := range list {
		ev.speaker(d.Speaker)
		out = append(out, network.Denial{Speaker: d.Speaker.ID, Says: d.Says, Date: ev.redate(d.Date), Passages: ev.keepAll(d.Passages)})
	}
	return out
}

func (ev *evidence) legal(as *graph.Attributes) []network.Stage {
	var list []wholeStage
	unsound := func(s wholeStage) bool { return !sound(s.Passages) || ev.redate(s.Date) == nil }
	if !as.Holds(graph.AttrLegal, &list) || slices.ContainsFunc(list, unsound) {
		return nil
	}
	as.Take(graph.AttrLegal)
	var out []network.Stage
	for _, s := range list {
		out = append(out, network.Stage{Stage: s.Stage, Date: ev.redate(s.Date), Passages: ev.keepAll(s.Passages)})
	}
	return out
}

// facts removes and returns the facts of a node or a relation. Facts of an undeclared
// kind stay, as text.
func (ev *evidence) facts(as *graph.Attributes, terms *network.Terms) []network.Fact {
	var list []wholeFact
	if !as.Holds(graph.AttrFacts, &list) || slices.ContainsFunc(list, func(f wholeFact) bool { return !sound(f.Passages) }) {
		return nil
	}
	as.Take(graph.AttrFacts)
	var out []network.Fact
	for _, f := range list {
		fact := network.Fact{Kind: f.Kind, Value: f.Value, Currency: f.Currency}
		if terms.FactType(f.Kind) == "" {
			ev.losses.Add(1, graph.LossFact, graph.Show(string(f.Kind)))
			as.Add("fact", graph.TextOf(terms.FactText(fact)))
			continue
		}
		fact.Passages = ev.keepAll(f.Passages)
		out = append(out, fact)
	}
	return out
}
