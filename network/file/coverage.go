package file

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"proxynet/network"
)

// Coverage tells which paragraphs of an article some passage quotes.
type Coverage struct {
	Article    string // name of the article's file
	Paragraphs int
	Uncited    []int // paragraphs that no passage quotes
}

func newCoverage(name string, a *article, passages []network.Passage) *Coverage {
	c := &Coverage{Article: name, Paragraphs: len(a.paragraphs)}
	for _, p := range a.paragraphs {
		if !slices.ContainsFunc(passages, func(q network.Passage) bool { return q.Paragraph == p.number }) {
			c.Uncited = append(c.Uncited, p.number)
		}
	}
	return c
}

// Report writes what the document holds and how far it covers the article; c
// is nil where its quotes were not checked.
func (d *Document) Report(w io.Writer, c *Coverage) error {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	n := d.Network

	line("%s: no faults", d.Name)
	line("sources: %d", len(n.Sources))
	line("speakers: %d", len(n.Speakers))
	for _, s := range n.Speakers {
		line("  %s: %s", s.Label, voice(n, s.ID))
	}
	line("passages: %d", len(n.Passages))
	line("nodes: %d", len(n.Nodes))
	line("  without relations: %s", listed(unrelated(n)))
	line("relations: %d", len(n.Relations))
	for _, status := range network.Statuses {
		if k := countStatus(n, status); k > 0 {
			line("  %s: %d", status, k)
		}
	}
	line("  without passages: %s", listed(unsupported(n)))
	line("events: %d", len(n.Events))
	if c == nil {
		line("quotes: not checked, for want of the article")
	} else {
		line("quotes: all %d stand verbatim and once in %s", len(n.Passages), c.Article)
		line("paragraphs cited: %d of %d", c.Paragraphs-len(c.Uncited), c.Paragraphs)
		line("  not cited: %s", listed(c.Uncited))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// voice tells how many passages a speaker says, and how many of others reach
// the source through them.
func voice(n *network.Network, speaker string) string {
	said, passedOn := 0, 0
	for _, p := range n.Passages {
		if p.Speaker == speaker {
			said++
		}
		if p.Via == speaker {
			passedOn++
		}
	}
	text := fmt.Sprintf("says %d", said)
	if passedOn > 0 {
		text += fmt.Sprintf(", passes on %d", passedOn)
	}
	return text
}

// unrelated returns the nodes that stand in no relation.
func unrelated(n *network.Network) []string {
	var out []string
	for _, node := range n.Nodes {
		if !slices.ContainsFunc(n.Relations, func(r network.Relation) bool { return r.From == node.ID || r.To == node.ID }) {
			out = append(out, node.ID)
		}
	}
	return out
}

// unsupported returns the relations without a passage.
func unsupported(n *network.Network) []string {
	var out []string
	for _, r := range n.Relations {
		if len(r.Passages) == 0 {
			out = append(out, r.ID)
		}
	}
	return out
}

func countStatus(n *network.Network, status network.Status) int {
	k := 0
	for _, r := range n.Relations {
		if r.Status == status {
			k++
		}
	}
	return k
}

// listed counts items and names them.
func listed[T any](items []T) string {
	if len(items) == 0 {
		return "0"
	}
	names := make([]string, len(items))
	for i, item := range items {
		names[i] = fmt.Sprint(item)
	}
	return fmt.Sprintf("%d, namely %s", len(items), strings.Join(names, ", "))
}
