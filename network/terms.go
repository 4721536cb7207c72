package network

import (
	"cmp"
	"slices"
)

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
	t := &Terms{relations: slices.Clone(v.Relations), relation: map[RelationKind]*RelationTerm{}}
	t.nodes, t.node = withBuiltIn(v.Nodes, func(n *NodeTerm) NodeKind { return n.Kind }, NodeKinds)
	t.families, t.family = withBuiltIn(v.Families, func(f *FamilyTerm) Family { return f.Family }, Families)
	var types []FactKind
	for _, k := range FactTypes {
		types = append(types, FactKind(k))
	}
	t.facts, t.fact = withBuiltIn(v.Facts, func(f *FactTerm) FactKind { return f.Kind }, types)
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

// withBuiltIn returns the ids of declared terms, then those of the built-in ones
// that none of them replaces, and the declared terms by their ids.
func withBuiltIn[K comparable, T any](declared []T, id func(*T) K, builtIn []K) ([]K, map[K]*T) {
	var ids []K
	terms := make(map[K]*T, len(declared))
	for i := range declared {
		k := id(&declared[i])
		ids, terms[k] = append(ids, k), &declared[i]
	}
	for _, k := range builtIn {
		if terms[k] == nil {
			ids = append(ids, k)
		}
	}
	return ids, terms
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

// ShapeOf returns the built-in kind whose shape nodes of kind k have.
func (t *Terms) ShapeOf(k NodeKind) NodeKind {
	if term := t.node[k]; term != nil {
		return cmp.Or(shapeOf[term.Shape], term.Like)
	}
	return k
}

// ColourOf returns the built-in kind whose colours nodes of kind k have.
func (t *Terms) ColourOf(k NodeKind) NodeKind {
	if term := t.node[k]; term != nil {
		return cmp.Or(colourOf[term.Colour], term.Like)
	}
	return k
}

// Like returns the built-in family whose look f has unless its term says otherwise.
func (t *Terms) Like(f Family) Family {
	if term := t.family[f]; term != nil {
		return cmp.Or(term.Like, Other)
	}
	return f
}

// FamilyTerm returns the declared family f, or nil for a built-in one.
func (t *Terms) FamilyTerm(f Family) *FamilyTerm { return t.family[f] }

// FactKinds lists the kinds of facts: declared ones, then the types.
func (t *Terms) FactKinds() []FactKind { return t.facts }
