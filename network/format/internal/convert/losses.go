package convert

import (
	"proxynet/network"
	"proxynet/network/format/internal/graph"
)

// LoseHeading counts the losses of a format without the network's own terms, its
// headline and its caption.
func LoseHeading(n *network.Network, losses *graph.Losses) {
	if n.Vocabulary != nil {
		losses.Add(1, graph.LossVocabulary, "")
	}
	if n.Headline != "" || n.Caption != "" {
		losses.Add(1, graph.LossHeadline, "")
	}
}

// LoseRoles counts the losses of a format with the names of speakers only.
func LoseRoles(n *network.Network, losses *graph.Losses) {
	for _, s := range n.Speakers {
		if s.Role != "" || len(s.Passages) > 0 {
			losses.Add(1, "roles and introductions of speakers, left out", s.ID)
		}
	}
}
