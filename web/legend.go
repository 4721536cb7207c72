package web

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/legend"
	"proxynet/viz/scene"
)

// legendData explains the signs of the picture, and lists the parts that can be hidden.
type legendData struct {
	Nodes, Families, Statuses, Speakers, Sources []legendRow
	Past                                         bool // whether any relation is past
	Lead                                         *leadKey
	Frame                                        network.NodeKind // of a node that is drawn around its members; "" if none is
	Cable                                        []network.Family // key of a line for several relations; nil if there is none
	Counted                                      bool             // some lines show their number of relations
	OwnVoice                                     string           // the tokens that hide all but the claims of the source's own voice, separated by spaces; "" where that is all or nothing
	Stated                                       int              // how many relations that is
	Several                                      int              // how many relations more than one source supports; 0 where that is all or none
	Denied                                       bool             // whether any relation is denied or contradicted
	Legal                                        []legalKey       // what marks of legal stages there are
	Tokens                                       string           // every token that the network's format knows, separated by spaces
}

// legendRow is a row of the legend: a sign, with the tokens that hide its part of the
// network.
type legendRow struct {
	Node   network.NodeKind // the kind of sign: one of these three, or words alone
	Family network.Family
	Status network.Status
	Label  string
	Theirs bool        // the label names a record of the network
	Lang   string      // of the label, where the page has another
	Hides  string      // tokens, separated by spaces
	Count  int         // of nodes, or of relations
	Kinds  []legendRow // of a family, where it has several
	Apart  bool        // of a family: its kinds have different lines
	Open   bool        // of a family: its kinds are listed in sight

	Relation network.RelationKind // of a kind in a family
}

// legendBuilder makes the legend, with the counts of the network.
type legendBuilder struct{ *index }

func (x legendBuilder) legend() legendData {
	var l legendData
	for _, k := range x.terms.NodeKinds() {
		n := 0
		for _, o := range x.Nodes {
			if o.Kind == k {
				n++
			}
		}
		add(&l.Nodes, legendRow{Node: k, Label: x.words.of("kind", string(k)), Lang: x.words.termLang("kind", string(k)), Hides: "node." + string(k), Count: n})
	}
	for _, f := range x.terms.Families() {
		add(&l.Families, x.family(f))
	}
	var others []string
	for _, s := range network.Statuses {
		n := x.count(func(r network.Relation) bool { return r.Status == s })
		add(&l.Statuses, legendRow{Status: s, Label: x.words.of("status", string(s)), Hides: "status." + string(s), Count: n})
		if s == network.Stated {
			l.Stated = n
		} else if n > 0 {
			others = append(others, "status."+string(s))
		}
	}
	if l.Stated > 0 {
		l.OwnVoice = strings.Join(others, " ")
	}
	for _, s := range x.Speakers {
		n := x.count(x.cited(func(p network.Passage) bool { return p.Speaker == s.ID }))
		add(&l.Speakers, legendRow{Label: s.Label, Theirs: true, Lang: x.words.in(s.ID, "label"), Hides: "speaker." + s.ID, Count: n})
	}
	if len(l.Speakers) == 1 {
		l.Speakers = nil // nothing to choose
	}
	if len(x.Sources) > 1 {
		for _, s := range x.Sources {
			n := x.count(x.cited(func(p network.Passage) bool { return p.Source == s.ID }))
			add(&l.Sources, legendRow{Label: s.Title, Theirs: true, Lang: s.Lang, Hides: "source." + s.ID, Count: n})
		}
	}
	if n := x.count(func(r network.Relation) bool { return len(x.backingOf(&r).For) > 1 }); n < len(x.Relations) {
		l.Several = n
	}
	x.keys(&l)
	l.Tokens = strings.Join(x.Tokens(), " ")
	return l
}

// legalKey is a sign of legal stages, with its meaning.
type legalKey struct {
	Stage network.LegalStage
	Label string
}

// legalKeys has the string that explains each sign of legal stages.
var legalKeys = map[network.LegalStage]string{network.Charged: "dispute.sign-pending", network.Convicted: "dispute.sign-convicted", network.Acquitted: "dispute.sign-ended"}

// leadKey explains the lead in the legend.
type leadKey struct {
	Kind   network.RelationKind // of its first relation, in a network with terms of its own
	Verb   string               // that its first relation has
	Lang   string               // of the verb, where the page has another
	Status network.Status       // of that relation
}

// keys fills in the keys of the picture's signs.
func (x legendBuilder) keys(l *legendData) {
	var m *diagram.Model
	if len(x.Nodes) <= scene.Boxed {
		m = diagram.New(x.Network)
	}
	p := legend.PartsOf(x.Network, m, indices(len(x.Nodes)), indices(len(x.Relations)))
	if r := p.Lead; r != nil {
		l.Lead = &leadKey{Kind: p.LeadKind(x.Network), Verb: r.Verb, Lang: x.words.in(r.ID, "verb"), Status: r.Status}
	}
	l.Cable, l.Counted, l.Frame, l.Past, l.Denied = p.Cable, p.Counted, p.Frame, p.Past, p.Denied
	for _, stage := range p.Legal {
		l.Legal = append(l.Legal, legalKey{stage, x.words.Say(legalKeys[stage])})
	}
}

// indices returns the numbers from 0 up to n.
func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// family is the row of a family with those of its kinds.
func (x legendBuilder) family(f network.Family) legendRow {
	row := legendRow{Family: f, Label: x.words.of("family", string(f)), Lang: x.words.termLang("family", string(f))}
	var hides []string
	for _, k := range x.terms.RelationKinds() {
		if k.Family != f {
			continue
		}
		token := "relation." + string(k.Kind)
		hides = append(hides, token)
		n := x.count(func(r network.Relation) bool { return r.Kind == k.Kind })
		row.Count += n
		add(&row.Kinds, legendRow{
			Relation: k.Kind, Label: x.words.of("relation", string(k.Kind)), Lang: x.words.termLang("relation", string(k.Kind)),
			Hides: token, Count: n,
		})
	}
	row.Hides = strings.Join(hides, " ")
	if len(row.Kinds) == 1 {
		row.Kinds = nil
	}
	var kinds []network.RelationKind
	for _, k := range row.Kinds {
		kinds = append(kinds, k.Relation)
	}
	row.Apart = legend.Apart(scene.NewLooks(x.Network), kinds)
	row.Open = row.Apart || f == network.Command // the kind “above” must not look like command
	return row
}

// add adds a row if it has a count.
func add(rows *[]legendRow, row legendRow) {
	if row.Count > 0 {
		*rows = append(*rows, row)
	}
}

// count counts relations.
func (x legendBuilder) count(of func(network.Relation) bool) int {
	n := 0
	for _, r := range x.Relations {
		if of(r) {
			n++
		}
	}
	return n
}

// cited reports whether any passage of a relation is of a sort.
func (x legendBuilder) cited(sort func(network.Passage) bool) func(network.Relation) bool {
	return func(r network.Relation) bool {
		return slices.ContainsFunc(r.Passages, func(id string) bool { return sort(x.passage(id)) })
	}
}
