package network

// NodeKind is what a node is. Every kind has a shape and a colour of its own.
type NodeKind string

const (
	State    NodeKind = "state"    // a state, its government or its capital as a name for it
	Force    NodeKind = "force"    // an armed force or office of a state
	Person   NodeKind = "person"   // one human being
	Alliance NodeKind = "alliance" // several groups taken as one
	Group    NodeKind = "group"    // an armed or political group that is no state
	// Organisation is a company, an institution or a society that is no part of a
	// state and bears no arms.
	Organisation NodeKind = "organisation"

	People  NodeKind = "people"  // people without an organisation of their own
	Target  NodeKind = "target"  // what is acted on and does not act, such as shipping
	Unknown NodeKind = "unknown" // nobody has said what it is, as in many imported networks
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

// RelationKind is what a relation is about.
type RelationKind string

// Family is a set of relation kinds that are drawn and filtered alike.
type Family string

const (
	Command   Family = "command"   // who stands above whom
	Support   Family = "support"   // what one gives another
	Influence Family = "influence" // coordination, restraint, and their limits
	Belonging Family = "belonging" // membership, and a part in a state's politics
	Hostile   Family = "hostile"   // force used or threatened
	Personal  Family = "personal"  // ties between people
	Other     Family = "other"     // ties of which nobody has said more, as in many imported networks
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

// RelationKinds lists every kind of relation: its family, and whether it has a
// direction.
var RelationKinds = []struct {
	Kind     RelationKind
	Family   Family
	Directed bool
}{
	{"command", Command, true},
	{"direction", Command, true},
	{"client", Command, true},

	{"arms", Support, true},
	{"money", Support, true},
	{"training", Support, true},
	{"recruiting", Support, true},
	{"mobilization", Support, true},
	{"support", Support, true},
	{"cooperation", Support, false},

	{"coordination", Influence, true},
	{"restraint", Influence, true},
	{"message", Influence, true},
	{"autonomy", Influence, true},

	{"membership", Belonging, true},
	{"office", Belonging, true},
	{"founding", Belonging, true},
	{"ownership", Belonging, true},
	{"politics", Belonging, true},

	{"killing", Hostile, true},
	{"attack", Hostile, true},
	{"threat", Hostile, true},
	{"opposition", Hostile, true},
	{"deterrence", Hostile, true},
	{"war", Hostile, false},

	{"friendship", Personal, false},
	{"succession", Personal, true},

	{"tie", Other, false},
}

var familyOf = func() map[RelationKind]Family {
	m := make(map[RelationKind]Family, len(RelationKinds))
	for _, k := range RelationKinds {
		m[k.Kind] = k.Family
	}
	return m
}()

// Family returns the family of k, or "" for an unknown kind.
func (k RelationKind) Family() Family { return familyOf[k] }
