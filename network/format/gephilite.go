package format

import (
	"encoding/json"
	"strings"
)

// gephiLiteReader reads a workspace of Gephi Lite, which keeps what nodes and
// edges have apart from the graph. https://github.com/gephi/gephi-lite
type gephiLiteReader struct {
	*collector
	json     *jsonReader
	nodeData map[string]Attributes
	edgeData map[string]Attributes
	found    bool
}

func readGephiLite(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &gephiLiteReader{collector: newCollector(in, losses), json: newJSONReader(in, losses), nodeData: map[string]Attributes{}, edgeData: map[string]Attributes{}}
	err := r.json.object("a workspace", func(field string) error {
		switch field {
		case "type", "version":
			_, err := r.json.value()
			return err
		case "graphDataset":
			return r.json.object(`"graphDataset"`, r.dataset)
		case "appearance":
			return r.json.dropAs(lossDrawing)
		}
		return nil
	})
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if !r.found {
		return nil, r.fault(0, "", `it has no "fullGraph"`, "save the workspace again in Gephi Lite, or export the graph as GEXF")
	}
	for i := range r.graph.Nodes {
		n := &r.graph.Nodes[i]
		n.Attributes = append(n.Attributes, r.nodeData[n.ID]...)
		n.Label = n.Attributes.take("label")
		delete(r.nodeData, n.ID)
	}
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		e.Attributes = append(e.Attributes, r.edgeData[e.ID]...)
		e.Label = e.Attributes.take("label")
		delete(r.edgeData, e.ID)
	}
	for _, all := range []map[string]Attributes{r.nodeData, r.edgeData} {
		for _, as := range all {
			for _, a := range as {
				r.losses.drop("attributes of nodes and edges that the file lacks, left out", a.Name)
			}
		}
	}
	return r.done()
}

// dataset reads a field of the graph with its data.
func (r *gephiLiteReader) dataset(field string) error {
	switch field {
	case "nodeData", "nodeRenderingData":
		return r.data(field, r.nodeData)
	case "edgeData", "edgeRenderingData":
		return r.data(field, r.edgeData)
	case "layout":
		return r.json.dropAs(lossDrawing)
	case "nodeFields", "edgeFields": // of what type the data is, which they show themselves
		return r.json.list(`"`+field+`"`, func() error {
			_, err := r.json.value()
			return err
		})
	case "metadata":
		as, err := r.json.attributes(`"metadata"`)
		return r.own(as, err)
	case "fullGraph":
		r.found = true
		return r.json.object(`"fullGraph"`, r.whole)
	}
	return nil
}

func (r *gephiLiteReader) own(as Attributes, err error) error {
	for _, a := range as {
		if err == nil && a.Name != "type" {
			err = r.attribute(r.json.line, a.Name, a.Value)
		}
	}
	return err
}

// data reads attributes by the keys of nodes or edges.
func (r *gephiLiteReader) data(field string, all map[string]Attributes) error {
	if err := r.json.must('{', `"`+field+`"`); err != nil {
		return err
	}
	return r.json.keyed(func(key string) error {
		as, err := r.json.attributes("a node or an edge")
		if err != nil {
			return err
		}
		if len(all) >= r.limits.Nodes+r.limits.Edges {
			return r.tooManyEdges(r.json.line)
		}
		for i := range as {
			as[i].Value = gephiLiteSet(as[i].Value)
		}
		all[key] = append(all[key], as...)
		return r.fits(r.json.line, key, as, len(key))
	})
}

// gephiLiteSet returns a set, which Gephi Lite writes as ["<<SET", JSON, "SET>>"],
// as a list.
func gephiLiteSet(v Value) Value {
	var set []string
	if v.Type == JSON && json.Unmarshal([]byte(v.Text), &set) == nil && len(set) == 3 && set[0] == "<<SET" && set[2] == "SET>>" {
		return valueOf(json.RawMessage(strings.TrimSpace(set[1])))
	}
	return v
}

// whole reads a field of the graph, which is one of graphology's.
func (r *gephiLiteReader) whole(field string) error {
	switch field {
	case "options":
		return r.json.object(`"options"`, func(field string) error {
			v, err := r.json.scalar(`"` + field + `"`)
			if field == "type" {
				r.graph.Directed = directionIn(v) != undirected
			}
			return err
		})
	case "attributes":
		as, err := r.json.attributes(`"attributes"`)
		return r.own(as, err)
	case "nodes":
		return r.json.list(`"nodes"`, func() error {
			as, err := r.json.attributes("a node")
			if err != nil {
				return err
			}
			return r.node(Node{ID: as.take("key"), Attributes: r.inner(as), Line: r.json.line})
		})
	case "edges":
		return r.json.list(`"edges"`, func() error {
			as, err := r.json.attributes("an edge")
			if err != nil {
				return err
			}
			e := Edge{ID: as.take("key"), From: as.take("source"), To: as.take("target"), Directed: r.graph.Directed, Line: r.json.line}
			if as.take("undirected") == "true" {
				e.Directed = false
			}
			e.Attributes = r.inner(as)
			return r.edge(e)
		})
	}
	return nil
}

// inner returns attributes with those of the field "attributes" beside them.
func (r *gephiLiteReader) inner(as Attributes) Attributes {
	at := as.find("attributes")
	if at < 0 || as[at].Value.Type != JSON {
		return as
	}
	own := fieldsOf(as[at].Value)
	as.take("attributes")
	return append(as, own...)
}
