package table

import (
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
)

// node adds a row as a node. Without a column for ids, names are the ids.
func (r *Reader) node() error {
	id, label := r.Head.Column(NodeIDs), r.Head.Column(Labels)
	if label < 0 && id >= 0 && r.Head[id].Folded == "node id" {
		label = r.Head.Column([]string{"address"}) // the table of addresses of Offshore Leaks
	}
	n := graph.Node{ID: r.field(id), Label: r.field(label), Line: r.Line, Table: r.place, Attributes: r.rest(id, label)}
	if id < 0 {
		n.ID = n.Label
	} else if group := r.Head[id].group; group != "" && n.ID != "" {
		n.ID = r.ofGroup(group, n.ID)
	}
	return r.Collector.Node(n)
}

// either adds a row as a node if it has no end of an edge, otherwise as an edge.
func (r *Reader) either() error {
	if from, to := r.Head.linkColumns(); r.field(from) == "" && r.field(to) == "" {
		return r.node()
	}
	return r.edge(false)
}

// edge adds a row as an edge, and its ends as nodes if no table has them.
func (r *Reader) edge(meet bool) error {
	from, to := r.Head.linkColumns()
	id, verb := r.Head.Column(edgeIDs), r.Head.Column(verbs)
	e := graph.Edge{ID: r.field(id), Label: r.field(verb), Directed: r.Graph.Directed, Line: r.Line, Table: r.place}
	var err error
	if e.From, err = r.end(from, meet); err == nil {
		e.To, err = r.end(to, meet)
	}
	if err != nil {
		return err
	}
	if isAddress(e.Label) { // a hyperlink, not a verb
		e.Label, verb = "", -1
	}
	period, dates := r.period(from, to, id, verb)
	e.Attributes = r.rest(append(dates, from, to, id, verb)...)
	e.Attributes.Add(graph.AttrPeriod, graph.TextOf(period.EDTF))
	for _, a := range []graph.Attribute{{Name: graph.AttrPeriodMeans, Value: graph.TextOf(string(period.Means))}, {Name: graph.AttrPeriodWords, Value: graph.TextOf(period.Words)}} {
		if e.Attributes.Find(a.Name) < 0 {
			e.Attributes.Add(a.Name, a.Value)
		}
	}
	if e.Label == "" && r.causal {
		e.Label = "influences"
	}
	switch again, err := r.again(&e); {
	case err != nil:
		return err
	case again:
		return r.Fits(e.Line, e.ID, e.Attributes, 0)
	}
	return r.Collector.Edge(e)
}

// end returns the id of a node at an end of the row's edge. If meet is set, it adds the
// node.
func (r *Reader) end(column int, meet bool) (string, error) {
	id, group := r.field(column), r.Head[column].group
	if known, ok := r.known[group+"\n"+id]; ok {
		return known, nil
	}
	if _, known := r.Nodes[id]; !known && r.labelled[id] != "" {
		return r.labelled[id], nil
	}
	if !meet || id == "" { // reported by the collector
		return id, nil
	}
	if group != "" {
		id = r.ofGroup(group, id)
	}
	return id, r.Meet(id, r.Line)
}

// ofGroup returns the id of a node whose id in the file is unique only within a group.
func (r *Reader) ofGroup(group, own string) string {
	id := own
	if _, taken := r.Nodes[own]; taken { // used by a node of another group
		id = group + " " + own
	}
	r.known[group+"\n"+own] = id
	return id
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// own calls yield for each edge from a row of this table.
func (r *Reader) own(yield func(e *graph.Edge) bool) {
	for i := range r.Graph.Edges {
		if e := &r.Graph.Edges[i]; e.Table == r.place && !yield(e) {
			return
		}
	}
}

// claim is the key of a claim: rows of a table of claims with the same key are quotes
// for the same claim. A row against a claim need only repeat its ends and its verb.
type claim struct{ id, from, to, verb, kind, status, period string }

// again reports whether a row with a quote supports or denies the claim of an earlier
// row, and adds it to that.
func (r *Reader) again(e *graph.Edge) (bool, error) {
	if !r.Head.Claims() {
		return false, nil
	}
	denials := splitDenial(e)
	loose := claim{from: e.From, to: e.To, verb: e.Label}
	if graph.Opposes(e.Attributes) {
		at, met := r.first[loose]
		if !met {
			return false, r.place.Diagnostic(e.Line, graph.AttrAgainst, file.RuleFile, "it is against a claim that no row above it has", "write the row with the claim, with the same from, verb and to, above it")
		}
		base := &r.Graph.Edges[at]
		base.More = append(base.More, graph.More{Attributes: e.Attributes, Line: e.Line})
		return true, nil
	}
	if _, met := r.first[loose]; !met {
		r.first[loose] = len(r.Graph.Edges)
	}
	key := claim{"id " + e.ID, e.From, e.To, e.Label, e.Attributes.Get(graph.AttrKind), e.Attributes.Get(graph.AttrStatus), e.Attributes.Get(graph.AttrPeriod)}
	at, met := r.first[key]
	if !met {
		r.first[key] = len(r.Graph.Edges)
		e.More = denials
		return false, nil
	}
	base := &r.Graph.Edges[at]
	more := graph.More{Line: e.Line}
	for _, a := range e.Attributes {
		if own := base.Attributes.Find(a.Name); own < 0 || base.Attributes[own].Value != a.Value || slices.Contains(graph.QuoteNames, a.Name) || slices.Contains(graph.SpeakerNames, a.Name) {
			more.Attributes = append(more.Attributes, a)
		}
	}
	if len(more.Attributes) > 0 {
		base.More = append(base.More, more)
	}
	base.More = append(base.More, denials...)
	return true, nil
}

// splitDenial removes the words of a denial, in the column “against” of the claim's
// row, from the edge, and returns them as a separate row. A single word such as
// “denies” or “no” is no quote: it describes the row's own quote.
func splitDenial(e *graph.Edge) []graph.More {
	against := e.Attributes.Get(graph.AttrAgainst)
	if !strings.Contains(strings.TrimSpace(against), " ") || !slices.ContainsFunc(graph.QuoteNames, func(name string) bool { return e.Attributes.Get(name) != "" }) {
		return nil
	}
	e.Attributes.Take(graph.AttrAgainst)
	more := graph.More{Line: e.Line, Column: graph.AttrAgainst, Attributes: graph.Attributes{
		{Name: graph.QuoteNames[0], Value: graph.TextOf(against)}, {Name: graph.AttrAgainst, Value: graph.TextOf("yes")},
	}}
	for _, name := range graph.DenierNames {
		more.Attributes.Add(graph.SpeakerNames[0], graph.TextOf(e.Attributes.Take(name)))
	}
	return []graph.More{more}
}
