package format_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// exported returns a network in a format that has one file.
func exported(t *testing.T, n *network.Network, form string) (string, string) {
	t.Helper()
	outputs, losses, err := format.Export(n, form, format.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return string(outputs[0].Data), strings.Join(losses.Lines(), "\n")
}

// TestExportKeepsParallelEdges reads Cytoscape JSON by the rule of networkx'
// cytoscape_graph: an edge of a multigraph is identified by source, target and key,
// which defaults to 0.
func TestExportKeepsParallelEdges(t *testing.T) {
	for _, path := range []string{"", "../file/example/network.yaml", "../file/testdata/harbour.yaml"} {
		n, err := file.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		out, _ := exported(t, n, "cytoscape")
		var f struct {
			Multigraph bool
			Elements   struct {
				Edges []struct{ Data map[string]any }
			}
		}
		if err := json.Unmarshal([]byte(out), &f); err != nil {
			t.Fatal(err)
		}
		edges := map[string]bool{}
		for _, e := range f.Elements.Edges {
			edges[fmt.Sprint(e.Data["source"], " ", e.Data["target"], " ", e.Data["key"])] = true
		}
		if !f.Multigraph || len(edges) != len(n.Relations) {
			t.Errorf("%s: networkx reads %d edges of %d", path, len(edges), len(n.Relations))
		}
	}
}

// unsourced returns a network of two nodes and relations between them.
func unsourced(relations ...network.Relation) *network.Network {
	n := &network.Network{
		Format: network.FormatVersion, ID: "n", Title: "N", Summary: "S.", Lang: "en", Unsourced: true,
		Sources: []network.Source{}, Speakers: []network.Speaker{}, Passages: []network.Passage{}, Events: []network.Event{},
		Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.Unknown}, {ID: "b", Label: "B", Kind: network.Unknown}},
	}
	for i, r := range relations {
		r.ID, r.From, r.To, r.Kind, r.Verb, r.Status = fmt.Sprintf("r%d", i), "a", "b", "tie", "pays", network.Unsourced
		n.Relations = append(n.Relations, r)
	}
	return n
}

// TestExportDirections writes networks of directed edges, of undirected edges and of
// both; readers.test.js reads such files.
func TestExportDirections(t *testing.T) {
	directed, undirected := network.Relation{Directed: true}, network.Relation{}
	for _, test := range []struct {
		name      string
		relations []network.Relation
		usual     string
		own       []string
	}{
		{"directed", []network.Relation{directed, directed}, "directed", nil},
		{"undirected", []network.Relation{undirected, undirected}, "undirected", nil},
		{"none", nil, "directed", nil},
		{"mixed", []network.Relation{directed, undirected, undirected, undirected}, "undirected", []string{"true", "false", "false", "false"}},
	} {
		out, _ := exported(t, unsourced(test.relations...), "graphml")
		if !strings.Contains(out, `edgedefault="`+test.usual+`"`) {
			t.Errorf("%s: the default is not %s", test.name, test.usual)
		}
		var own []string
		for _, m := range regexp.MustCompile(`<edge [^>]*directed="(\w+)"`).FindAllStringSubmatch(out, -1) {
			own = append(own, m[1])
		}
		if fmt.Sprint(own) != fmt.Sprint(test.own) {
			t.Errorf("%s: the edges say %v, want %v", test.name, own, test.own)
		}
	}
}

// TestExportTimes checks that periods are written as Gephi's timeline reads them: from
// the first to the last possible day, and without a bound if they are open.
func TestExportTimes(t *testing.T) {
	for _, test := range []struct{ edtf, attributes, period string }{
		{"1980-01-02/1990-03-04", ` start="1980-01-02" end="1990-03-04"`, ""},
		{"1980/1990", ` start="1980-01-01" end="1990-12-31"`, "inexact"},
		{"2020/..", ` start="2020-01-01"`, "inexact"},
		{"2020-05-06/..", ` start="2020-05-06"`, ""},
		{"../1999-12-31", ` end="1999-12-31"`, ""},
		{"/1999-12-31", ` end="1999-12-31"`, "inexact"},
		{"1985-04-12", ` start="1985-04-12" end="1985-04-12"`, ""},
		{"1985-04-12?", ` start="1985-04-12" end="1985-04-12"`, "inexact"},
		{"199X~", ` start="1990-01-01" end="1999-12-31"`, "inexact"},
		{"2019-21/..", ` start="2019-03-01"`, "inexact"},
		{"-0044", "", "inexact"},
		{"Y170000", "", "inexact"},
	} {
		d, err := file.ParseDate(test.edtf)
		if err != nil {
			t.Fatal(err)
		}
		n := unsourced(network.Relation{Directed: true, Period: &d})
		out, losses := exported(t, n, "gexf")
		edge := regexp.MustCompile(`<edge [^>]*label="pays"([^>]*)>`).FindStringSubmatch(out)
		if edge == nil || edge[1] != test.attributes {
			t.Errorf("%s: got %q, want %q", test.edtf, edge, test.attributes)
		}
		if reported := strings.Contains(losses, "periods that a timeline shows"); reported != (test.period != "") {
			t.Errorf("%s: reported as inexact: %t", test.edtf, reported)
		}
		timed := strings.Contains(out, `mode="dynamic" timeformat="date" timerepresentation="interval"`)
		if timed != (test.attributes != "") {
			t.Errorf("%s: a timeline: %t", test.edtf, timed)
		}
		back, lost, err := parse("gexf", out, format.DefaultLimits())
		if err != nil || len(lost.Lines()) > 0 || back.Relations[0].Period.EDTF != test.edtf || back.Relations[0].Note != "" {
			t.Errorf("%s: got %+v back, without %v, %v", test.edtf, back.Relations[0], lost.Lines(), err)
		}
	}
	// Somebody moved the end of an edge in Gephi: both times are kept.
	d, _ := file.ParseDate("1980/1990")
	out, _ := exported(t, unsourced(network.Relation{Directed: true, Period: &d}), "gexf")
	back, _, err := parse("gexf", strings.Replace(out, "1990-12-31", "1995-12-31", 1), format.DefaultLimits())
	if err != nil || back.Relations[0].Period.EDTF != "1980/1990" || !strings.Contains(back.Relations[0].Note, "1980-01-01/1995-12-31") {
		t.Errorf("got %+v, %v", back.Relations[0], err)
	}
}
