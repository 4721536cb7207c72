package network

// NodeKind is a kind of node. Every kind has its own shape and colour.
type NodeKind string

const (
	State    NodeKind = "state"    // a state, its government or its capital as a name for it
	Force    NodeKind = "force"    // an armed force or office of a state
	Person   NodeKind = "person"   // one human being
	Alliance NodeKind = "alliance" // several groups taken as one
	Group    NodeKind = "group"    // an armed or political group that is no state
	// Organisation is a company, an institution or a society that is neither part of a
	// state nor armed.
	Organisation NodeKind = "organisation"

	People  NodeKind = "people"  // people without an organisation of their own
	Target  NodeKind = "target"  // something that actors act on, such as shipping
	Unknown NodeKind = "unknown" // no kind is given, as in many imported networks
)

// NodeKinds lists every kind of node, in the order of legends.
var NodeKinds = []NodeKind{
	State,
	Force,
	Person,
	Alliance,
	Group,
	Organisation,
	People,
	Target,
	Unknown,
}

// RelationKind is a kind of relation.
type RelationKind string

// Family is a set of relation kinds that are drawn and filtered alike.
type Family string

const (
	Command   Family = "command"   // one is the superior of the other
	Support   Family = "support"   // what one gives another
	Influence Family = "influence" // coordination, restraint, and their limits
	Belonging Family = "belonging" // membership, and a part in a state's politics
	Hostile   Family = "hostile"   // force used or threatened
	Personal  Family = "personal"  // ties between people
	Other     Family = "other"     // ties without a known kind, as in many imported networks
)

// Families lists every family, in the order of legends.
var Families = []Family{
	Command,
	Support,
	Influence,
	Belonging,
	Hostile,
	Personal,
	Other,
}

// RelationKinds lists every built-in kind of relation. The chains of the built-in
// kinds are chains of command.
var RelationKinds = builtInKinds()

// builtInKinds returns the built-in kinds of relation, each with its family, whether
// it is directed, and whether it forms chains; see [Terms.InChains].
func builtInKinds() []RelationTerm {
	var terms []RelationTerm
	for _, k := range []struct {
		kind             RelationKind
		family           Family
		directed, chains bool
	}{
		{"command", Command, true, true},
		{"above", Command, true, true}, // ranks above in a chain of command; it need not be obeyed
		{"direction", Command, true, true},
		{"client", Command, true, false},

		{"arms", Support, true, false},
		{"money", Support, true, false},
		{"training", Support, true, false},
		{"recruiting", Support, true, false},
		{"mobilization", Support, true, false},
		{"support", Support, true, false},
		{"cooperation", Support, false, false},

		{"coordination", Influence, true, false},
		{"restraint", Influence, true, false},
		{"message", Influence, true, false},
		{"deterrence", Influence, true, false}, // prevents attacks, and isn't one
		{"autonomy", Influence, true, false},
		{"effect", Influence, true, false}, // what one does brings about for another

		{"membership", Belonging, true, false},
		{"office", Belonging, true, false},
		{"founding", Belonging, true, false},
		{"ownership", Belonging, true, false},
		{"politics", Belonging, true, false},

		{"killing", Hostile, true, false},
		{"attack", Hostile, true, false},
		{"capture", Hostile, true, false},
		{"overthrow", Hostile, true, false},
		{"disruption", Hostile, true, false},
		{"threat", Hostile, true, false},
		{"opposition", Hostile, true, false},
		{"war", Hostile, false, false},

		{"friendship", Personal, false, false},
		{"succession", Personal, true, false},

		{"tie", Other, false, false},
	} {
		terms = append(terms, RelationTerm{Kind: k.kind, Family: k.family, Directed: k.directed, Chains: k.chains})
	}
	return terms
}
