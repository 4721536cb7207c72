package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"proxynet/network/format/internal/reader"
	"proxynet/network/format/nodelink"
)

// shape describes the start of a JSON file: the fields of the outermost object, or of
// the first object in the outermost list, and the fields one level deeper.
type shape struct {
	list   bool              // the outermost value is a list
	sorts  map[string]byte   // by field: '{', '[', or 'v' for anything else
	texts  map[string]string // by field: its value, if it is a string
	syntax *json.SyntaxError // nil if the part read is valid JSON
	within map[string]byte   // by "field.inner", a field of the object in a field or of the first object in its list: its sort
}

func (s *shape) has(fields ...string) bool {
	for _, f := range fields {
		if s.sorts[f] == 0 && s.within[f] == 0 {
			return false
		}
	}
	return true
}

func (s *shape) any(fields ...string) bool {
	for _, f := range fields {
		if s.has(f) {
			return true
		}
	}
	return false
}

// deeper is the path of values below the recorded levels.
const deeper = "\x00"

// shapeOf returns the shape of the start of a JSON file.
func shapeOf(text []byte) *shape {
	s := &shape{sorts: map[string]byte{}, texts: map[string]string{}, within: map[string]byte{}}
	d := json.NewDecoder(reader.Finite(bytes.NewReader(text)))
	d.UseNumber()
	token := func() (json.Token, error) {
		t, err := d.Token()
		errors.As(err, &s.syntax)
		return t, err
	}
	// read reads a value: of the outermost object's field if path is its name.
	var read func(depth int, path string, first bool) bool
	object := func(depth int, path string, first bool) bool {
		for d.More() {
			key, err := token()
			if err != nil {
				return false
			}
			name, _ := key.(string)
			next := deeper
			switch {
			case !first:
			case depth == 0:
				next = name
			case depth == 1 && path != deeper:
				next = path + "." + name
			}
			if !read(depth+1, next, first) {
				return false
			}
		}
		_, err := token()
		return err == nil
	}
	read = func(depth int, path string, first bool) bool {
		t, err := token()
		if err != nil {
			return false
		}
		var sorts map[string]byte
		switch {
		case !first || path == deeper:
		case depth == 1:
			sorts = s.sorts
		case depth == 2:
			sorts = s.within
		}
		if delim, opens := t.(json.Delim); sorts != nil && sorts[path] == 0 {
			if sorts[path] = 'v'; opens {
				sorts[path] = byte(delim)
			}
		}
		switch t := t.(type) {
		case json.Delim:
			if depth > 64 {
				return false
			}
			if t == '{' {
				return object(depth, path, first)
			}
			if depth == 0 {
				s.list = true
			}
			for i := 0; d.More(); i++ {
				// The first item in a list counts like a single one; in the outermost
				// list, the first two.
				if !read(depth, path, first && (i == 0 || depth == 0 && i == 1)) {
					return false
				}
			}
			_, err := token()
			return err == nil
		case string:
			if depth == 1 && sorts != nil && len(t) < 200 {
				s.texts[path] = t
			}
		}
		return true
	}
	read(0, "", true)
	return s
}

// detectJSON returns the format of a JSON file; text is its start, from the given line
// on.
func detectJSON(name string, text []byte, line int) (string, error) {
	s := shapeOf(text)
	for _, f := range jsonFormats {
		if f.is(s) {
			return f.format, nil
		}
	}
	for _, u := range unreadJSON {
		if u.is(s) {
			return "", u.diagnostic(name)
		}
	}
	if s.syntax != nil {
		at := min(max(int(s.syntax.Offset)-1, 0), len(text))
		return "", (&reader.Input{Name: name}).Diagnostic(line+bytes.Count(text[:at], []byte("\n")), "", "it does not parse as JSON: "+s.syntax.Error(), "correct the JSON there or shortly after; if it is part of a program, write the data alone, as JSON.stringify does")
	}
	return "", nil
}

// jsonFormats are formats by their fields, the most certain first.
var jsonFormats = []struct {
	format string
	is     func(s *shape) bool
}{
	{"stix", func(s *shape) bool {
		return s.texts["type"] == "bundle" && s.any("objects") || s.list && s.has("type", "id", "spec_version")
	}},
	{"annotations", func(s *shape) bool {
		return s.list && (s.any("motivation") || s.has("target", "body")) || strings.HasPrefix(s.texts["type"], "Annotation")
	}},
	{"ftm", func(s *shape) bool {
		return s.any("schema") && !isStatement(s) && s.any("properties", "id") && !s.any("nodes", "edges", "links") || s.has("entities.schema") || s.has("layout.vertices")
	}},
	{"bods", func(s *shape) bool { return s.any("recordType") && s.any("recordId", "recordDetails") }},
	{"popolo", isPopolo},
	{"apoc", func(s *shape) bool {
		return (s.texts["type"] == "node" || s.texts["type"] == "relationship") && s.any("labels", "label", "properties") || s.has("nodes", "rels")
	}},
	{"labelstudio", func(s *shape) bool { return s.any("annotations.result", "predictions.result", "completions.result") }},
	{"doccano", func(s *shape) bool {
		return s.any("text", "data") && s.any("relations", "entities") && !s.any("nodes", "edges", "links")
	}},
	{"gephilite", func(s *shape) bool { return s.texts["type"] == "gephi-lite" || s.any("graphDataset") }},
	{"cx", func(s *shape) bool {
		return s.list && s.any("CXVersion", "numberVerification", "metaData", "networkAttributes", "nodeAttributes", "edgeAttributes", "attributeDeclarations", "nodes.@id", "edges.@id")
	}},
	{"kumu", func(s *shape) bool {
		return s.sorts["elements"] == '[' && (s.any("elements._id") || s.sorts["connections"] == '[')
	}},
	{"cytoscape", func(s *shape) bool {
		return s.sorts["elements"] == '{' || s.has("elements.data") || s.list && s.has("data") && (s.any("data.id", "data.source") || s.any("group"))
	}},
	{"oligrapher", func(s *shape) bool {
		keyed := !s.list && s.sorts["nodes"] == '{' && s.sorts["edges"] != '[' && !s.any("nodes._data", "links")
		return s.any("graph_data", "annotations_data", "attributes.graph", "attributes.graph_data", "edges.node1_id") || keyed || s.within["graph.edges"] == '{'
	}},
	{"jgf", func(s *shape) bool {
		return !s.any("nodes", "links", "edges") && (s.any("graph.nodes", "graph.edges") || !s.list && (s.sorts["graphs"] == '[' || s.sorts["graph"] == '{'))
	}},
	{"nodelink", func(s *shape) bool {
		for _, lists := range [][]string{nodelink.NodeLists, nodelink.LinkLists} {
			for _, field := range lists {
				if s.sorts[field] == '[' || s.any(field+"._data") {
					return true
				}
			}
		}
		return s.list && s.any(nodelink.LinkStarts...) && s.any(nodelink.LinkEnds...)
	}},
}

// unreadJSON are JSON formats that can't be imported, by their fields.
var unreadJSON = []struct {
	is func(s *shape) bool
	unread
}{
	{func(s *shape) bool { return s.any("statementID") && s.any("statementType") },
		unread{"it is beneficial ownership data (BODS) older than version 0.4", "convert it to BODS 0.4, or to CSV with a row for each relation"}},
	{func(s *shape) bool { return s.any("@graph") || s.any("@context") },
		unread{"it is JSON-LD", "query it for one row per relation, and save the result as CSV"}},
	{func(s *shape) bool {
		return s.any("outE", "inE") || strings.HasPrefix(s.texts["@type"], "tinker:") || s.any("mode", "vertices._id")
	},
		unread{"it is GraphSON, the format of TinkerPop", "write it as GraphML with g.io('graph.graphml').write()"}},
	{isStatement, unread{"it has statements of FollowTheMoney, not entities", "aggregate them with “ftm aggregate-statements”"}},
	{func(s *shape) bool { return s.any("results.data", "results.columns") },
		unread{"it is a reply of Neo4j’s HTTP interface", "export the graph with apoc.export.json.all, or as CSV"}},
	{func(s *shape) bool { return s.texts["type"] == "FeatureCollection" },
		unread{"it is GeoJSON, a map", "write its relations as CSV with the columns Source and Target"}},
	{func(s *shape) bool { return s.any("children") || s.any("adjacency") || s.any("matrix") },
		unread{"it is a tree, a matrix or a list of neighbours in JSON", "write it with a list of nodes and one of links, as networkx’ node_link_data does"}},
}

// isStatement reports whether JSON has statements of FollowTheMoney, single values of
// entities.
func isStatement(s *shape) bool { return s.has("schema", "prop", "value") }

// isPopolo reports whether JSON has lists of Popolo.
func isPopolo(s *shape) bool {
	return s.any("persons", "people", "organizations") && s.any("memberships", "posts", "persons.memberships") && !s.any("nodes", "edges", "links")
}
