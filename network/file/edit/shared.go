package edit

import (
	"bytes"
	"cmp"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// firstAlias returns the first alias of a value in the text, outside a node; nil if there
// is none.
func (o *operation) firstAlias(n, outside *yaml.Node) *yaml.Node {
	var first *yaml.Node
	for other := range o.in {
		if other.Kind != yaml.AliasNode || other.Alias != n || o.within(other, outside) {
			continue
		}
		if first == nil || cmp.Or(cmp.Compare(other.Line, first.Line), cmp.Compare(other.Column, first.Column)) < 0 {
			first = other
		}
	}
	return first
}

// within reports whether a node is another one, or in it.
func (o *operation) within(n, outer *yaml.Node) bool {
	for ; n != nil; n = o.in[n].parent {
		if n == outer {
			return true
		}
	}
	return false
}

// unshare moves the anchors in a value that is about to go to the first aliases that refer
// to them, each with its value: other records keep it. It fails for a value of several lines.
func (o *operation) unshare(whole *yaml.Node) error {
	for _, n := range o.anchored(whole) {
		first := o.firstAlias(n, whole)
		if first == nil {
			continue
		}
		text := bytes.TrimSpace(o.data[o.start(n):o.end(n)])
		if bytes.ContainsAny(text, "\r\n") {
			return message.Errorf("line %d: this value is also that of line %d, by *%s; write it out there first", n.Line, first.Line, n.Anchor)
		}
		o.edits = append(o.edits, Edit{o.start(first), o.end(first), string(text)})
	}
	return nil
}

// anchored returns the nodes with anchors in a node.
func (o *operation) anchored(n *yaml.Node) []*yaml.Node {
	var all []*yaml.Node
	if n.Anchor != "" {
		all = append(all, n)
	}
	for _, c := range n.Content {
		all = append(all, o.anchored(c)...)
	}
	return all
}

// replace returns the edits that put a value, in YAML, in place of a field's. A comment
// beside the key of a list or a record in lines of its own stays.
func (o *operation) replace(key, old *yaml.Node, value string) []Edit {
	if old.Kind != yaml.SequenceNode && old.Kind != yaml.MappingNode || old.Style&yaml.FlowStyle != 0 {
		return []Edit{{o.start(old), o.end(old), value}}
	}
	colon := o.end(key)
	for o.data[colon] != ':' {
		colon++
	}
	end := o.lineEnd(colon)
	if old.Line == key.Line { // behind an anchor
		return []Edit{{o.start(old), o.end(old), value}}
	}
	return []Edit{{colon + 1, colon + 1, " " + value}, {end, o.end(old), ""}}
}
