package convert

import (
	"cmp"
	"strconv"

	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
)

// naming assigns ids in the network to the nodes and edges of a file, and records where
// they were read.
type naming struct {
	*ids
	losses *graph.Losses
	nodes  map[string]string // by id in the file: the id in the network
	labels map[string]string // by id in the file: the label of a node
	places map[string]place  // by id in the network: place in the file
}

func newNaming(losses *graph.Losses) *naming {
	return &naming{newIDs(), losses, map[string]string{}, map[string]string{}, map[string]place{}}
}

// nameNodes assigns ids to the nodes, first to those that can keep their id, so that no
// other gets it.
func (x *naming) nameNodes(nodes []graph.Node) {
	for i := range nodes {
		if id := nodes[i].ID; !nodes[i].Counted && validID(id) && x.claim(id) {
			x.nodes[id] = id
		}
	}
	for i := range nodes {
		n := &nodes[i]
		id, known := x.nodes[n.ID]
		if !known {
			wish := cmp.Or(slug(n.Name(), mostID-8), slug(n.ID, mostID-8), "node-"+strconv.Itoa(i+1))
			id = x.like(wish)
			x.nodes[n.ID] = id
			if !n.Counted {
				x.losses.Add(1, graph.LossID, graph.Show(n.ID)+" to "+id)
			}
		}
		x.places[id] = place{table: n.Table, line: n.Line}
		x.labels[n.ID] = n.Name()
	}
}

// nameEdges keeps the ids of the edges if all are valid. Otherwise, for example if
// numbers are also ids of nodes, all edges get new ids of one form.
func (x *naming) nameEdges(edges []graph.Edge) {
	met := make(map[string]bool)
	fit := true
	for i := range edges {
		if id := edges[i].ID; id != "" {
			fit = fit && validID(id) && !x.taken[id] && !met[id]
			met[id] = true
		}
	}
	for i := range edges {
		e := &edges[i]
		switch {
		case e.ID == "":
		case fit:
			x.claim(e.ID)
		default:
			x.losses.Add(1, graph.LossID, graph.Show(e.ID)+" of an edge")
			e.ID = ""
		}
	}
}

// slugID returns an id if it is valid, otherwise a valid id made from it.
func slugID(id string) string {
	if validID(id) {
		return id
	}
	return slug(id, mostID)
}

// place is the place of a record in a file.
type place struct {
	table  *graph.Table // nil: in no table
	line   int
	column string // "" for the one that the attribute is named after
}

// relocate sets the place of a diagnostic to that of its record in the imported file.
func (x *naming) relocate(f file.Diagnostic) file.Diagnostic {
	p := x.places[f.ID]
	f.Line = p.line
	if p.table == nil || p.table.Sheet == "" {
		return f
	}
	at := p.table.Diagnostic(p.line, "", f.Rule, f.Problem.String(), f.WholeFix().String())
	at.ID, at.Diff = at.ID+": "+cmp.Or(f.ID, "network"), f.Diff
	return at
}
