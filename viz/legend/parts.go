package legend

import (
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Parts are what a legend explains of a picture. Kinds, families and statuses are in the
// order of their declaration; nothing that the picture lacks is among them.
type Parts struct {
	Lead     *network.Relation    // the first of the lead; nil if there is none
	Cable    []network.Family     // of the line with the most families; nil if none has several
	Counted  bool                 // a line has so many relations that their number is shown
	Frame    network.NodeKind     // of a node that is drawn around its members; "" if there is none
	Past     bool                 // a relation is past
	Nodes    []network.NodeKind   // of nodes
	Families []Family             // of relations
	Statuses []network.Status     // of relations
	Denied   bool                 // a relation is denied or contradicted
	Legal    []network.LegalStage // one for each sign of a legal stage
}

// Family is a family of relations, with those of its kinds that occur.
type Family struct {
	Family network.Family
	Kinds  []network.RelationKind
	Apart  bool // its kinds have different lines
}

// stages has a stage for each sign of legal stages.
var stages = []network.LegalStage{network.Charged, network.Convicted, network.Acquitted}

// PartsOf returns the parts of a picture that shows some of the nodes and relations of n,
// given by their indices. m is the network's model, nil if it is drawn as points, which
// have no cables.
func PartsOf(n *network.Network, m *diagram.Model, nodes, relations []int) Parts {
	var p Parts
	terms, looks := n.Terms(), scene.NewLooks(n)
	shown := make([]bool, len(n.Relations))
	drawn := func(is func(r *network.Relation) bool) bool {
		return slices.ContainsFunc(relations, func(i int) bool { return (m == nil || m.CableOf[i] >= 0) && is(&n.Relations[i]) })
	}
	for _, i := range relations {
		shown[i] = true
	}
	for _, k := range terms.NodeKinds() {
		if slices.ContainsFunc(nodes, func(i int) bool { return n.Nodes[i].Kind == k }) {
			p.Nodes = append(p.Nodes, k)
		}
	}
	for _, f := range terms.Families() {
		family := Family{Family: f}
		for _, k := range terms.RelationKinds() {
			if k.Family == f && drawn(func(r *network.Relation) bool { return r.Kind == k.Kind }) {
				family.Kinds = append(family.Kinds, k.Kind)
			}
		}
		if family.Kinds != nil {
			family.Apart = Apart(looks, family.Kinds)
			p.Families = append(p.Families, family)
		}
	}
	for i := range n.Relations {
		if r := &n.Relations[i]; shown[i] && p.Lead == nil && slices.Contains(n.Lead, r.ID) {
			p.Lead = r
		}
	}
	if m != nil {
		p.cables(n, m, nodes, shown)
	}
	p.Past = drawn(func(r *network.Relation) bool { return r.Past })
	for _, s := range network.Statuses {
		if drawn(func(r *network.Relation) bool { return r.Status == s }) {
			p.Statuses = append(p.Statuses, s)
		}
	}
	p.Denied = drawn(func(r *network.Relation) bool { return len(r.Against) > 0 })
	for _, stage := range stages {
		alike := func(s network.Stage) bool { return scene.FaceOf(s.Stage) == scene.FaceOf(stage) }
		if drawn(func(r *network.Relation) bool { return slices.ContainsFunc(r.Legal, alike) }) {
			p.Legal = append(p.Legal, stage)
		}
	}
	return p
}

// Apart reports whether the kinds of a family have different lines, each of which a legend
// explains.
func Apart(looks scene.Looks, kinds []network.RelationKind) bool {
	return slices.ContainsFunc(kinds, func(k network.RelationKind) bool { return looks.Line(k) != looks.Line(kinds[0]) })
}

// cables fills in what only boxes have.
func (p *Parts) cables(n *network.Network, m *diagram.Model, nodes []int, shown []bool) {
	for _, f := range m.Frames {
		if p.Frame == "" && slices.Contains(nodes, f.Node) {
			p.Frame = n.Nodes[f.Node].Kind
		}
	}
	for i := range m.Cables {
		c := &m.Cables[i]
		var families []network.Family
		for _, g := range c.Groups {
			if slices.ContainsFunc(g.Relations, func(r int) bool { return shown[r] }) {
				families = append(families, g.Family)
			}
		}
		if len(families) > max(1, len(p.Cable)) {
			p.Cable = families
		}
		p.Counted = p.Counted || len(c.Relations) >= scene.Labelled && families != nil
	}
}

// LeadKind returns the kind of relation in the lead's swatch: command or, if the network
// declares its own terms, the kind of the lead's first relation.
func (p *Parts) LeadKind(n *network.Network) network.RelationKind {
	if n.Vocabulary == nil {
		return "command"
	}
	return p.Lead.Kind
}
