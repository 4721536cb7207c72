package network

// StoryStep is a step of a story about the network: a few sentences of our own, the
// passages that support them, and what the picture shows.
type StoryStep struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Text     string    `json:"text"` // our own words
	Passages []string  `json:"passages"`
	State    StepState `json:"state"`
}

// StepState is the view state that a step sets, and what the picture highlights and
// zooms to meanwhile. A step sets no hover, step or view.
type StepState struct {
	ViewState
	Light []string `json:"light,omitempty"` // ids of the nodes and relations to highlight
	Near  []string `json:"near,omitempty"`  // ids of the nodes to zoom to
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
