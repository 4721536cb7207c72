package network

// StoryStep is one stop of a story that leads a reader through the network: a few
// sentences of our own, the passages that bear them out, and what the picture
// shows meanwhile.
type StoryStep struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Text     string   `json:"text"` // our own words
	Passages []string `json:"passages"`
	State    Look     `json:"state"`
}

// Look is what the picture shows. Its zero value is the whole network at rest.
type Look struct {
	Select string     `json:"select,omitempty"` // id of what is selected
	Focus  string     `json:"focus,omitempty"`  // id of the node whose surroundings alone are drawn
	Hide   []string   `json:"hide,omitempty"`   // tokens of what is hidden, see [Network.Tokens]
	AsOf   string     `json:"asOf,omitempty"`   // the date at which the network is looked at, see [ParseMoment]
	Remove []string   `json:"remove,omitempty"` // ids of nodes and relations taken out
	Chain  *ChainEnds `json:"chain,omitempty"`
	Size   string     `json:"size,omitempty"`  // the measure by which nodes are sized
	Light  []string   `json:"light,omitempty"` // ids of nodes and relations that stand out
	Near   []string   `json:"near,omitempty"`  // ids of nodes that the view comes near to
}

// ChainEnds is between whom chains are shown.
type ChainEnds struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Tokens lists the tokens that hide parts of the network: kinds of nodes and of
// relations, statuses, speakers, sources and, if there are several sources,
// [SingleSource].
func (n *Network) Tokens() []string {
	var list []string
	terms := n.Terms()
	for _, k := range terms.NodeKinds() {
		list = append(list, "node."+string(k))
	}
	for _, k := range terms.RelationKinds() {
		list = append(list, "relation."+string(k.Kind))
	}
	for _, s := range Statuses {
		list = append(list, "status."+string(s))
	}
	for _, s := range n.Speakers {
		list = append(list, "speaker."+s.ID)
	}
	for _, s := range n.Sources {
		list = append(list, "source."+s.ID)
	}
	if len(n.Sources) > 1 {
		list = append(list, SingleSource)
	}
	return list
}
