package format_test

import (
	"strings"
	"testing"

	"proxynet/network/format"
)

// TestNodeLinkEnds reads links whose ends are ids, indices in the list of nodes, or
// names; no file says which.
func TestNodeLinkEnds(t *testing.T) {
	const shuffled = `"nodes":[{"id":2,"label":"Berta"},{"id":0,"label":"Zoe"},{"id":1,"label":"Anna"}],`
	const link = `[{"source":2,"target":0,"label":"pays"}]`
	tests := []struct{ name, ends, text, want string }{
		{"indices in networkx 1", "", `{"graph":{},"nodes":[{"id":"carl"},{"id":"anna"},{"id":"berta"}],"links":[{"source":1,"target":2,"label":"pays"}]}`, "anna pays– berta"},
		{"indices in networkx 1.9", "", `{"graph":[],` + shuffled + `"links":` + link + `}`, "Anna pays– Berta"},
		{"indices in networkx 1.9, attributes at the end", "", `{` + shuffled + `"links":` + link + `,"graph":[["name","N"]]}`, "Anna pays– Berta"},
		{"ids in networkx 3.4", "", `{"graph":{},` + shuffled + `"edges":` + link + `}`, "Berta pays– Zoe"},
		{"either", "", `{"graph":{},` + shuffled + `"links":` + link + `}`,
			`f:1: edge 1: its end 2 can be the node with that id ("Berta") or the one at that index of the list, counted from 0 ("Anna"); say which with --ends ids (networkx 2 and later) or --ends indices (networkx 1, D3)`},
		{"either, ids are texts", "", `{"nodes":[{"id":"1","name":"Anna"},{"id":"0","name":"Berta"}],"links":[{"source":0,"target":1,"label":"pays"}]}`,
			`f:1: edge 1: its end 0 can be the node with that id ("Berta") or the one at that index of the list, counted from 0 ("Anna"); say which with --ends ids (networkx 2 and later) or --ends indices (networkx 1, D3)`},
		{"either, said to be ids", "ids", `{` + shuffled + `"links":` + link + `}`, "Berta pays– Zoe"},
		{"either, said to be indices", "indices", `{` + shuffled + `"links":` + link + `}`, "Anna pays– Berta"},
		{"both the same", "", `{"nodes":[{"id":0,"label":"Anna"},{"id":1,"label":"Berta"}],"links":[{"source":0,"target":1,"label":"pays"}]}`, "Anna pays– Berta"},
		{"both the same where it matters", "", `{"nodes":[{"id":0,"label":"Anna"},{"id":1,"label":"Berta"},{"id":7,"label":"Carl"},{"id":2,"label":"Dora"}],"links":[{"source":0,"target":1,"label":"pays"}]}`, "Anna pays– Berta"},
		{"ids that no indices are", "", `{"nodes":[{"id":1,"label":"Anna"},{"id":2,"label":"Berta"}],"links":[{"source":1,"target":2,"label":"pays"}]}`, "Anna pays– Berta"},
		{"indices that no ids are", "", `{"nodes":[{"id":1,"label":"Anna"},{"id":2,"label":"Berta"}],"links":[{"source":0,"target":1,"label":"pays"}]}`, "Anna pays– Berta"},
		{"ids in texts", "", `{"nodes":[{"id":1,"label":"Berta"},{"id":0,"label":"Anna"}],"links":[{"source":"0","target":"1","label":"pays"}]}`, "Anna pays– Berta"},
		{"indices without ids", "", `{"nodes":[{"name":"Anna"},{"name":"Berta"}],"links":[{"source":0,"target":1,"label":"pays"}]}`, "Anna pays– Berta"},
		{"names without ids", "", `{"nodes":[{"name":"Anna"},{"name":"Berta"}],"links":[{"source":"Anna","target":"Berta","label":"pays"}]}`, "Anna pays– Berta"},
		{"names beside ids", "", `{"nodes":[{"id":7,"name":"Anna"},{"id":8,"name":"Berta"}],"links":[{"source":"Anna","target":"Berta","label":"pays"}]}`, "Anna pays– Berta"},
		{"another field", "", `{"nodes":[{"user":"a1","name":"Anna"},{"user":"b1","name":"Berta"}],"links":[{"source":"a1","target":"b1","label":"pays"}]}`, "Anna pays– Berta"},
		{"a field that names them too", "", `{"nodes":[{"nm":"Anna"},{"nm":"Berta"}],"edges":[{"source":"Anna","target":"Berta","label":"pays"}]}`, "Anna pays– Berta"},
		{"lists with other names", "", `{"directed":false,"multigraph":false,"graph":{},"pts":[{"nm":"a"}],"lns":[]}`,
			`f: it has neither "nodes" nor "links"; give its lists these names, the ids of nodes the name "id", and the ends of links the names "source" and "target"`},
		{"adjacency", "", "{\"nodes\":[{\"id\":\"a\"}],\n\"adjacency\":[[]]}", `f:2: it has "adjacency" instead of a list of links, which cannot be imported; write it with a list of nodes and one of links, as networkx’ node_link_data does`},
		{"names that two have", "", `{"nodes":[{"name":"Anna"},{"name":"Anna"}],"links":[{"source":"Anna","target":"Anna"}]}`,
			`f:1: edge 1: it names the node "Anna", and several have that name; give the nodes ids, and name them by these`},
		{"nodes in place of ids", "", `{"nodes":[{"id":"b","label":"Berta"},{"id":"a","label":"Anna"}],"links":[{"source":{"id":"a","x":1},"target":{"id":"b","index":0},"label":"pays"}]}`, "Anna pays– Berta"},
		{"tuples", "", `{"nodes":[{"id":["a", 1]},{"id":["b",[2, 3]]}],"edges":[{"source":["a",1],"target":["b", [2,3]],"label":"pays"}]}`, "a, 1 pays– b, 2, 3"},
		{"keys", "", `{"nodes":[{"key":"a","attributes":{"label":"Anna"}},{"key":"b","attributes":{"label":"Berta"}}],"edges":[{"source":"a","target":"b","attributes":{"label":"pays"}}]}`, "Anna pays– Berta"},
		{"NaN", "", `{"nodes":[{"id":"a","x1":NaN,"y1":-Infinity,"label":"Anna"},{"id":"b","label":"NaN"}],"links":[{"source":"a","target":"b","w":Infinity,"label":"pays NaN -Infinity"}]}`, "Anna pays NaN -Infinity– NaN"},
		{"other names", "", `{"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"u":"a","v":"b"}]}`, `f:1: edge 1: none of its fields names its ends; it has u, v; rename the fields with the ends "source" and "target"`},
		{"said to be indices, but not", "indices", `{"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b"}]}`, "f: the ends of its edges are not all indices of the list of nodes; leave --ends out"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := format.DefaultOptions()
			o.Format, o.Ends = "nodelink", test.ends
			n, losses, err := format.Parse("f", []byte(test.text), o)
			if err != nil {
				if err.Error() != test.want {
					t.Fatalf("got  %v\nwant %s", err, test.want)
				}
				return
			}
			if got := sketch(n); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			report := strings.Join(losses.Lines(), "\n")
			if read := strings.Contains(report, "were read as indices"); read != strings.Contains(test.name, "indices") && read {
				t.Errorf("it reports indices: %s", report)
			}
		})
	}
	o := format.DefaultOptions()
	if o.Ends = "names"; o.Validate() == nil {
		t.Error("ends that are names pass")
	}
}

// TestNodeLinkNonFiniteNumbers reads NaN and infinities, which JSON doesn't have,
// across the chunks in which a file is read.
func TestNodeLinkNonFiniteNumbers(t *testing.T) {
	for pad := range 12 {
		text := `{"nodes":[{"id":"a"},{"id":"b","pad":"` + strings.Repeat("x", 500+pad) + `","v":-Infinity,"w":NaN,"n":-5,"t":"\"NaN"}]}`
		n, losses, err := parse("nodelink", text, format.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		if report := strings.Join(losses.Lines(), "\n"); !strings.Contains(report, "numbers that are NaN or infinite, read as empty: 2") {
			t.Errorf("got %s", report)
		}
		if s := n.Nodes[1].Summary; !strings.Contains(s, `n -5; t "NaN`) || strings.Contains(s, "v ") {
			t.Errorf("got %s", s)
		}
	}
	if _, _, err := parse("nodelink", `{"nodes":[{"id":"a","v":NAN}]}`, format.DefaultLimits()); err == nil {
		t.Error("NAN passes for a number")
	}
}

// TestCytoscapeElements reads Cytoscape elements without ids, and values that are no
// elements.
func TestCytoscapeElements(t *testing.T) {
	const want = "f:1: an element has no \"data\"; name the file’s format with --format; it may be cx"
	for _, text := range []string{`[{"CXVersion":"2.0"},{"nodes":[{"id":1}]}]`, `[{"nodes":[{"@id":1}]}]`} {
		if _, _, err := parse("cytoscape", text, format.DefaultLimits()); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	n, _, err := parse("cytoscape", `[{"data":{"label":"Anna"}},{"data":{"id":"1"}},{"data":{}},{"data":{"source":"1","target":"1x"}},{"data":{"id":"1x"}}]`, format.DefaultLimits())
	if err != nil || len(n.Nodes) != 4 || n.Nodes[0].ID != "anna" || n.Nodes[1].ID != "1" {
		t.Errorf("elements without ids: got %+v, %v", n, err)
	}
}
