package network

import "slices"

// Terms is every term of a network, built-in and declared: what its kinds mean,
// and in which order legends list them.
type Terms struct {
	nodes     []NodeKind
	families  []Family
	relations []RelationTerm
	facts     []FactKind

	node     map[NodeKind]*NodeTerm
	family   map[Family]*FamilyTerm
	relation map[RelationKind]*RelationTerm
	fact     map[FactKind]*FactTerm

	chains bool
}

// BuiltIn is the terms of a network that declares none.
var BuiltIn = newTerms(&Vocabulary{})

// Terms returns the terms of n. They don't follow later changes of n.
func (n *Network) Terms() *Terms {
	if n.Vocabulary == nil {
		return BuiltIn
	}
	t := newTerms(n.Vocabulary)
	for i := range n.Relations {
		t.chains = t.chains || t.InChains(&n.Relations[i])
	}
	return t
}

// newTerms puts declared terms first, as their authors order them.
func newTerms(v *Vocabulary) *Terms {
	t := &Terms{
		node: map[NodeKind]*NodeTerm{}, family: map[Family]*FamilyTerm{},
		relation: map[RelationKind]*RelationTerm{}, fact: map[FactKind]*FactTerm{},
	}
	for i := range v.Nodes {
		term := &v.Nodes[i]
		t.node[term.Kind] = term
		t.nodes = append(t.nodes, term.Kind)
	}
	for i := range v.Families {
		term := &v.Families[i]
		t.family[term.Family] = term
		t.families = append(t.families, term.Family)
	}
	t.relations = slices.Clone(v.Relations)
	for i := range v.Facts {
		t.fact[v.Facts[i].Kind] = &v.Facts[i]
		t.facts = append(t.facts, v.Facts[i].Kind)
	}
	for _, k := range FactTypes {
		if t.fact[FactKind(k)] == nil {
			t.facts = append(t.facts, FactKind(k))
		}
	}
	for _, k := range NodeKinds {
		if t.node[k] == nil {
			t.nodes = append(t.nodes, k)
		}
	}
	for _, f := range Families {
		if t.family[f] == nil {
			t.families = append(t.families, f)
		}
	}
	for _, k := range RelationKinds {
		if !slices.ContainsFunc(v.Relations, func(own RelationTerm) bool { return own.Kind == k.Kind }) {
			t.relations = append(t.relations, k)
		}
	}
	for i := range t.relations {
		t.relation[t.relations[i].Kind] = &t.relations[i]
	}
	declares := func(r RelationTerm) bool { return r.Chains }
	t.chains = len(v.Relations) == 0 || v.Chain != nil || slices.ContainsFunc(v.Relations, declares)
	return t
}

// NodeKinds, Families and RelationKinds list the terms in the order of legends.
func (t *Terms) NodeKinds() []NodeKind         { return t.nodes }
func (t *Terms) Families() []Family            { return t.families }
func (t *Terms) RelationKinds() []RelationTerm { return t.relations }

// RelationKind returns the term of kind k, or nil for an unknown kind.
func (t *Terms) RelationKind(k RelationKind) *RelationTerm { return t.relation[k] }

// Family returns the family of kind k, or "" for an unknown kind.
func (t *Terms) Family(k RelationKind) Family {
	if term := t.relation[k]; term != nil {
		return term.Family
	}
	return ""
}

// FactType returns the type of a kind of fact, or "" for an unknown kind.
func (t *Terms) FactType(k FactKind) FactType {
	if term := t.fact[k]; term != nil {
		return term.Type
	}
	if slices.Contains(FactTypes, FactType(k)) {
		return FactType(k)
	}
	return ""
}

// Chains reports whether questions about chains are offered: whether kinds that
// the network declares form any, or its relations do. A network that declares no
// kinds of relations has those of command.
func (t *Terms) Chains() bool { return t.chains }

// InChains reports whether chains are made of r: whether it is directed, and its
// kind forms chains. A kind forms chains if it places one node above another,
// such as by command or ownership: whoever works for a client, gives arms or
// belongs to something takes no orders by that.
func (t *Terms) InChains(r *Relation) bool {
	term := t.relation[r.Kind]
	return r.Directed && term != nil && term.Chains
}

// ShapeOf and ColourOf return the built-in kinds whose shape and whose colours
// nodes of kind k have.
func (t *Terms) ShapeOf(k NodeKind) NodeKind {
	term := t.node[k]
	if term == nil {
		return k
	}
	if like, ok := shapeOf[term.Shape]; ok {
		return like
	}
	return term.Like
}

func (t *Terms) ColourOf(k NodeKind) NodeKind {
	term := t.node[k]
	if term == nil {
		return k
	}
	if like, ok := colourOf[term.Colour]; ok {
		return like
	}
	return term.Like
}

// Like returns the built-in family that f looks like, where it doesn't say
// otherwise.
func (t *Terms) Like(f Family) Family {
	term := t.family[f]
	switch {
	case term == nil:
		return f
	case term.Like == "":
		return Other
	}
	return term.Like
}

// FamilyTerm returns the declared family f, or nil for a built-in one.
func (t *Terms) FamilyTerm(f Family) *FamilyTerm { return t.family[f] }

// FactKinds lists the kinds of facts: declared ones, then the types.
func (t *Terms) FactKinds() []FactKind { return t.facts }
