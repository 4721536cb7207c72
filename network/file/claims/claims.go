package claims

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"proxynet/network"
)

// Sort is the sort of a claim, in the words of the author's file.
type Sort string

const (
	Network  Sort = "network" // its title, summary, headline and caption
	Speaker  Sort = "speaker"
	Node     Sort = "node"
	Relation Sort = "relation"
	Event    Sort = "event"
	Step     Sort = "step" // of the story
)

// Claim is one claim of a network.
type Claim struct {
	ID       string // of the record, or of the network
	Sort     Sort
	Sentence string // the claim in a line
	Fields   []Field
}

// Field is one thing that a claim says. Several fields may have one name, such as
// "quote".
type Field struct {
	Name string
	Text string

	bare string   // Text with a mark for each name of another record
	refs []string // ids of these records, in that order
}

// Key returns the field with the ids of the records it names mapped by of. Fields of
// two versions of a network are equal if their keys are, even where a node that they
// name has another label.
func (f Field) Key(of func(id string) string) string {
	if f.refs == nil {
		return f.Name + "\x00" + f.Text
	}
	key := f.Name + "\x00" + f.bare
	for _, id := range f.refs {
		key += "\x00" + of(id)
	}
	return key
}

// hashLength is in hexadecimal digits: 80 bits, too many to find a second claim.
const hashLength = 20

// Hash returns the fingerprint of the claim. It changes with every word of the claim,
// its quotes and its denials, and with the labels of its ends.
func (c *Claim) Hash() string {
	lines := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		lines[i] = fmt.Sprintf("%q: %q", f.Name, f.Text)
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(string(c.Sort) + "\n" + strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:])[:hashLength]
}

// Of returns the claims of a network in its order: its own words first.
func Of(n *network.Network) []Claim {
	r := newReader(n)
	all := []Claim{r.network()}
	for i := range n.Speakers {
		if n.Speakers[i].Kind != network.Article { // which makes no claim itself
			all = append(all, r.speaker(&n.Speakers[i]))
		}
	}
	for i := range n.Nodes {
		all = append(all, r.node(&n.Nodes[i]))
	}
	for i := range n.Relations {
		all = append(all, r.relation(&n.Relations[i]))
	}
	for i := range n.Events {
		all = append(all, r.event(&n.Events[i]))
	}
	for i := range n.Story {
		all = append(all, r.step(&n.Story[i]))
	}
	return all
}
