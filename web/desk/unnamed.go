package desk

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file/lint"
	"proxynet/network/message"
)

// labelled returns a message with the titles of records instead of their ids, which
// authors at the desk need not know.
func (rd finder) labelled(m message.Message) message.Message {
	values := slices.Clone(m.Values())
	for i, v := range values {
		switch v := v.(type) {
		case string:
			values[i] = titleOf(rd.document.Network, v)
		case message.Message:
			if v.Is(lint.OnLine) {
				values[i] = "" // the titles and the button lead to the records
			}
		case message.Either:
			titles := slices.Clone(v)
			for k, id := range titles {
				if id, ok := id.(string); ok {
					titles[k] = titleOf(rd.document.Network, id)
				}
			}
			values[i] = titles
		}
	}
	return m.With(values...)
}

// unnamed returns the ends of a relation that the finding says no passage names.
func (rd finder) unnamed(f *lint.Finding) []*network.Node {
	var ends []*network.Node
	for _, v := range f.Problem.Values() {
		all, _ := v.(message.Either)
		for _, id := range all {
			if id, ok := id.(string); ok {
				if n, ok := recordOf(rd.document.Network, id).(*network.Node); ok {
					ends = append(ends, n)
				}
			}
		}
	}
	return ends
}

// namedLike returns names in the paragraphs that a relation cites that no node has, and
// that share a word with a node's label, such as the surname of a person.
func (rd finder) namedLike(relation string, node *network.Node) []string {
	cited := citedOf(rd.document.Network, relation)
	var found []string
	for i := range rd.document.Network.Passages {
		p := &rd.document.Network.Passages[i]
		t := rd.textOf(p.Source)
		if t == nil || !slices.Contains(cited, p.ID) {
			continue
		}
		for _, o := range rd.names(t) {
			if o.node == "" && o.Paragraph == p.Paragraph-1 && sharesWord(o.text, node.Label) && !slices.Contains(found, o.text) {
				found = append(found, o.text)
			}
		}
	}
	return found
}

// sharesWord reports whether two names have a word in common, other than short ones such
// as “of”.
func sharesWord(a, b string) bool {
	const least = 4 // bytes
	words := strings.Fields(b)
	return slices.ContainsFunc(strings.Fields(a), func(word string) bool { return len(word) >= least && slices.Contains(words, word) })
}
