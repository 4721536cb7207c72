// Package scalefree generates networks of any size for tests and benchmarks: graphs of
// Barabási and Albert, with invented names and, if requested, passages of an invented
// text.
package scalefree

import (
	"fmt"

	"proxynet/network"
)

// Settings are the parameters of a network. The same settings give the same network.
type Settings struct {
	Nodes   int
	Links   int  // of each new node to earlier ones; their number is about Links · Nodes
	Sourced bool // every node and relation has a passage
}

// Edges returns the graph of Barabási and Albert, "Emergence of scaling in random
// networks" (1999): each node links to earlier ones, preferring those with many
// links. It is the graph that scaleFree in web/test/bench/graph.js makes.
func Edges(nodes, links int) [][2]int {
	random := mulberry(nodes)
	ends := []int{0} // each node once, and once more for each of its links
	var edges [][2]int
	for node := 1; node < nodes; node++ {
		var chosen []int
	next:
		for len(chosen) < min(links, node) {
			end := ends[int(random()*float64(len(ends)))]
			for _, c := range chosen {
				if c == end {
					continue next
				}
			}
			chosen = append(chosen, end)
		}
		for _, c := range chosen {
			edges = append(edges, [2]int{node, c})
		}
		ends = append(append(ends, chosen...), node)
	}
	return edges
}

// mulberry is a pseudorandom number generator in [0, 1), Tommy Ettinger's Mulberry32.
func mulberry(seed int) func() float64 {
	state := uint32(seed)
	return func() float64 {
		state += 0x6d2b79f5
		t := (state ^ state>>15) * (state | 1)
		t ^= t + (t^t>>7)*(t|61)
		return float64(t^t>>14) / (1 << 32)
	}
}

// kinds and ties are the kinds of nodes and relations, used in turn.
var (
	kinds = []network.NodeKind{network.Person, network.Group, network.Person, network.Force, network.Person, network.State, network.Alliance}
	ties  = []struct {
		kind network.RelationKind
		verb string
	}{
		{"support", "supports"}, {"money", "pays"}, {"membership", "is a member of"}, {"coordination", "agrees with"},
		{"command", "commands"}, {"friendship", "is a friend of"}, {"opposition", "opposes"}, {"message", "writes to"},
	}
)

// New returns the network for the settings.
func New(s Settings) *network.Network {
	n := &network.Network{
		Format: network.FormatVersion, ID: "scalefree", Lang: "en", Unsourced: !s.Sourced,
		Title:   fmt.Sprintf("An invented network of %d names", s.Nodes),
		Summary: "Names and ties drawn by lot, to see how a large network is shown.",
		Sources: []network.Source{}, Speakers: []network.Speaker{}, Passages: []network.Passage{}, Events: []network.Event{},
	}
	if s.Sourced {
		n.Sources = append(n.Sources, network.Source{ID: "text", Title: "An invented text", Lang: "en"})
		n.Speakers = append(n.Speakers, network.Speaker{ID: "voice", Label: "The text", Kind: network.Article})
	}
	for i := range s.Nodes {
		n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprintf("n%d", i), Label: name(i), Kind: kinds[i%len(kinds)], Passages: []string{}})
	}
	for i, e := range Edges(s.Nodes, s.Links) {
		from, to, tie := &n.Nodes[e[0]], &n.Nodes[e[1]], ties[i%len(ties)]
		r := network.Relation{
			ID: fmt.Sprintf("r%d", i), From: from.ID, To: to.ID, Kind: tie.kind, Verb: tie.verb, Directed: true,
			Status: network.Unsourced, Passages: []string{},
		}
		if s.Sourced {
			p := network.Passage{
				ID: fmt.Sprintf("p%d", i), Source: "text", Paragraph: i + 1, Speaker: "voice", Manner: network.Own,
				Selector: network.QuoteSelector{Exact: from.Label + " " + tie.verb + " " + to.Label},
			}
			n.Passages = append(n.Passages, p)
			r.Status, r.Passages = network.Stated, []string{p.ID}
			for _, end := range []*network.Node{from, to} {
				end.Summary = "An invented name."
				if len(end.Passages) == 0 {
					end.Passages = append(end.Passages, p.ID)
				}
			}
		}
		n.Relations = append(n.Relations, r)
	}
	if s.Sourced {
		n.Root = n.Nodes[0].ID
	}
	return n
}

// name returns a unique name of two words for a number.
func name(i int) string {
	first := [...]string{"Ada", "Bo", "Cleo", "Dara", "Elif", "Faye", "Goran", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Mira", "Nils", "Omar", "Pia", "Quim", "Rosa", "Samir", "Tove"}
	onset := [...]string{"B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Z"}
	rest := [...]string{"al", "ander", "ari", "ek", "ell", "ero", "ik", "inen", "olt", "omar", "ova", "und", "ura"}
	k := i / len(first)
	last := onset[k%len(onset)]
	for k /= len(onset); ; k = k/len(rest) - 1 {
		last += rest[k%len(rest)]
		if k < len(rest) {
			return first[i%len(first)] + " " + last
		}
	}
}
