package scene

import (
	"proxynet/network"
	"proxynet/viz/diagram"
)

// lineLook is how the lines of a relation look: its kind's terms, looked up once, since
// frames need them often.
type lineLook struct {
	line      Line
	paint     Paint
	influence bool // of a family like influence
}

// nodeLook is how a node looks, see [Looks.node].
type nodeLook struct {
	shape   Shape
	kind    network.NodeKind
	members []string // ids, of a frame
}

// lookUp looks the terms of all relations and nodes up.
func (b *boxes) lookUp() {
	b.lineLooks, b.nodeLooks = make([]lineLook, len(b.edges)), make([]nodeLook, len(b.drawing.Nodes))
	for i := range b.edges {
		k := b.edges[i].model.Kind
		family := b.looks.terms.Family(k)
		b.lineLooks[i] = lineLook{b.looks.Line(k), b.looks.Stroke(family), b.looks.terms.Like(family) == network.Influence}
	}
	for i := range b.nodeLooks {
		n := &b.nodeLooks[i]
		n.shape, n.kind = b.looks.node(b.drawing.Nodes[i].Kind)
		if owns := b.model.Nodes[i].Owns; owns != diagram.None {
			for _, v := range b.model.Frames[owns].Members {
				n.members = append(n.members, b.drawing.Nodes[v].ID)
			}
		}
	}
}
