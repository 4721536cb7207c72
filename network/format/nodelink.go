package format

import "strconv"

// nodeLinkReader reads the JSON of D3's force layout and networkx: a list of
// nodes, and one of links that name them, or count them from 0.
type nodeLinkReader struct {
	*collector
	json    *jsonReader
	counted bool // the nodes have no id
}

func readNodeLink(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &nodeLinkReader{collector: newCollector(in, losses), json: newJSONReader(in)}
	r.graph.Directed = false
	lists := 0
	err := r.json.object("the file", func(field string) error {
		switch field {
		case "nodes":
			lists++
			return r.json.list(`"nodes"`, r.readNode)
		case "links", "edges":
			lists++
			return r.json.list(`"`+field+`"`, r.readLink)
		case "directed":
			v, err := r.json.value()
			r.graph.Directed = v.Text == "true"
			return err
		case "graph":
			as, err := r.json.attributes(`"graph"`)
			for _, a := range as {
				if err == nil {
					err = r.attribute(r.json.line, a.Name, a.Value)
				}
			}
			return err
		}
		return r.json.skip()
	})
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if lists == 0 {
		return nil, r.fault(0, "", `it has neither "nodes" nor "links"`, "name the file’s format with --format")
	}
	for i := range r.graph.Edges {
		r.graph.Edges[i].Directed = r.graph.Directed
	}
	return r.done()
}

func (r *nodeLinkReader) readNode() error {
	as, err := r.json.attributes("a node")
	if err != nil {
		return err
	}
	n := Node{Line: r.json.line, ID: as.take("id"), Label: as.take("label")}
	if n.ID == "" {
		// D3 counts nodes that have no id.
		n.ID = strconv.Itoa(len(r.graph.Nodes))
		n.Counted, r.counted = true, true
	}
	if r.counted {
		as.take("index")
	}
	n.Attributes = as
	return r.node(n)
}

func (r *nodeLinkReader) readLink() error {
	as, err := r.json.attributes("a link")
	if err != nil {
		return err
	}
	e := Edge{Line: r.json.line, ID: as.take("id"), From: as.take("source"), To: as.take("target"), Label: as.take("label")}
	if e.ID == "" {
		e.ID = as.take("key")
		if _, taken := r.edges[e.ID]; taken {
			e.ID = "" // networkx counts the edges between two nodes
		}
	}
	e.Attributes = as
	return r.edge(e)
}
