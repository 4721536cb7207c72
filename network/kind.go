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

// NodeKinds lists every kind of node with its label, in the order of legends.
var NodeKinds = []struct {
	Kind  NodeKind
	Label string
}{
	{State, "State"},
	{Force, "State force"},
	{Person, "Person"},
	{Alliance, "Alliance"},
	{Group, "Armed or political group"},
	{Organisation, "Organisation"},
	{People, "People"},
	{Target, "Other"},
	{Unknown, "Kind not given"},
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

// Families lists every family with its label, in the order of legends.
var Families = []struct {
	Family Family
	Label  string
}{
	{Command, "Command and direction"},
	{Support, "Arms, money, training, support"},
	{Influence, "Coordination, restraint, autonomy"},
	{Belonging, "Membership and politics"},
	{Hostile, "Force and hostility"},
	{Personal, "Friendship and succession"},
	{Other, "Other ties"},
}

// RelationKinds lists every kind of relation: its family, whether it has a
// direction, and its label.
var RelationKinds = []struct {
	Kind     RelationKind
	Family   Family
	Directed bool
	Label    string
}{
	{"command", Command, true, "Command"},
	{"direction", Command, true, "Direction"},
	{"client", Command, true, "Clients"},

	{"arms", Support, true, "Arms"},
	{"money", Support, true, "Money"},
	{"training", Support, true, "Training"},
	{"recruiting", Support, true, "Recruiting"},
	{"mobilization", Support, true, "Mobilization"},
	{"support", Support, true, "Other support"},
	{"cooperation", Support, false, "Cooperation"},

	{"coordination", Influence, true, "Coordination"},
	{"restraint", Influence, true, "Restraint"},
	{"message", Influence, true, "Messages"},
	{"autonomy", Influence, true, "Autonomy"},

	{"membership", Belonging, true, "Membership"},
	{"office", Belonging, true, "Office"},
	{"founding", Belonging, true, "Founding"},
	{"ownership", Belonging, true, "Ownership"},
	{"politics", Belonging, true, "Part in politics"},

	{"killing", Hostile, true, "Killing"},
	{"attack", Hostile, true, "Attacks"},
	{"threat", Hostile, true, "Threats"},
	{"opposition", Hostile, true, "Opposition"},
	{"deterrence", Hostile, true, "Deterrence"},
	{"war", Hostile, false, "War"},

	{"friendship", Personal, false, "Friendship"},
	{"succession", Personal, true, "Succession"},

	{"tie", Other, false, "Tie"},
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
