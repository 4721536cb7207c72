package format_test

import (
	"fmt"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/format"
)

// sketch returns the relations of a network, each as "Anna pays→ Berta" or, if
// undirected, "Anna pays– Berta", with its period if it has one.
func sketch(n *network.Network) string {
	labels := map[string]string{}
	for _, o := range n.Nodes {
		labels[o.ID] = o.Label
	}
	var all []string
	for _, r := range n.Relations {
		arrow := "–"
		if r.Directed {
			arrow = "→"
		}
		s := fmt.Sprintf("%s %s%s %s", labels[r.From], r.Verb, arrow, labels[r.To])
		if r.Period != nil {
			s += " " + r.Period.EDTF
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// reading is a file and the expected relations.
type reading struct{ name, form, text, want string }

func read1(t *testing.T, tests []reading) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.form+" "+test.name, func(t *testing.T) {
			n, losses, err := parse(test.form, test.text, format.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(n); got != test.want {
				t.Errorf("got  %s\nwant %s\n%s", got, test.want, strings.Join(losses.Lines(), "\n"))
			}
		})
	}
}

func gexfEdges(graph, edges string) string {
	return `<gexf version="1.3"><graph ` + graph + `><nodes><node id="a" label="Anna"/><node id="b" label="Berta"/></nodes><edges>` + edges + `</edges></graph></gexf>`
}

func graphMLEdges(keys, graph, edges string) string {
	return `<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key id="l" for="node" attr.name="label"/>` + keys + `<graph ` + graph +
		`><node id="a"><data key="l">Anna</data></node><node id="b"><data key="l">Berta</data></node>` + edges + `</graph></graphml>`
}

func yedEdge(source, target string) string {
	return graphMLEdges(`<key id="e" for="edge" yfiles.type="edgegraphics"/>`, `edgedefault="directed"`,
		`<edge source="a" target="b"><data key="e"><y:QuadCurveEdge><y:Arrows source="`+source+`" target="`+target+`"/><y:EdgeLabel>pays</y:EdgeLabel></y:QuadCurveEdge></data></edge>`)
}

func nodeLink(head, edge string) string {
	return `{` + head + `"nodes":[{"id":"a","label":"Anna"},{"id":"b","label":"Berta"}],"links":[` + edge + `]}`
}

func cyEdge(data string) string {
	return `[{"data":{"id":"a","label":"Anna"}},{"data":{"id":"b","label":"Berta"}},{"data":{"source":"a","target":"b",` + data + `}}]`
}

func oligrapherEdge(edge string) string {
	return `{"nodes":{"1":{"name":"Anna"},"2":{"name":"Berta"}},"edges":{"8":{"node1_id":1,"node2_id":2,"label":"pays",` + edge + `}}}`
}

func dot(kind, edge string) string { return kind + ` { a [label=Anna] b [label=Berta] ` + edge + ` }` }

// TestDirection reads edges whose direction is given in each way that formats and
// programs have.
func TestDirection(t *testing.T) {
	const forth, back, none = "Anna pays→ Berta", "Berta pays→ Anna", "Anna pays– Berta"
	const noVerb = "Anna is tied to– Berta"
	read1(t, []reading{
		{"arrow at the target", "graphml", yedEdge("none", "standard"), forth},
		{"arrow at the source", "graphml", yedEdge("white_delta", "none"), back},
		{"arrows at both", "graphml", yedEdge("delta", "diamond"), none},
		{"no arrow", "graphml", yedEdge("none", "none"), none},
		{"crow's feet", "graphml", yedEdge("crows_foot_one", "crows_foot_many_optional"), none},
		{"directed=false", "graphml", graphMLEdges(`<key id="v" for="edge" attr.name="label"/>`, `edgedefault="directed"`, `<edge source="a" target="b" directed="false"><data key="v">pays</data></edge>`), none},
		{"a data Type", "graphml", graphMLEdges(`<key id="t" for="edge" attr.name="Type"/><key id="v" for="edge" attr.name="label"/>`, `edgedefault="directed"`, `<edge source="a" target="b"><data key="t">Undirected</data><data key="v">pays</data></edge>`), none},
		{"an inner graph's default", "graphml", `<graphml><graph edgedefault="undirected"><node id="a"/><node id="p"><graph edgedefault="directed"><node id="b"/><edge source="a" target="b"/></graph></node><edge source="p" target="a"/></graph></graphml>`, "a is tied to→ b; p is tied to– a"},

		{"capitals", "gexf", gexfEdges(`defaultedgetype="Directed"`, `<edge source="a" target="b" label="pays"/>`), forth},
		{"capitals", "gexf", gexfEdges(`defaultedgetype="directed"`, `<edge source="a" target="b" type="UNDIRECTED" label="pays"/>`), none},
		{"mutual", "gexf", gexfEdges(`defaultedgetype="undirected"`, `<edge source="a" target="b" type="Mutual" label="pays"/>`), none},
		{"mutual for all", "gexf", gexfEdges(`defaultedgetype="mutual"`, `<edge source="a" target="b" label="pays"/>`), none},
		{"capitals of names", "gexf", `<GEXF><Graph defaultEdgeType="directed"><Nodes><Node Id="a" Label="Anna"/><Node id="b" label="Berta"/></Nodes><Edges><Edge Source="a" target="b" LABEL="pays"/></Edges></Graph></GEXF>`, forth},
		{"another sort of type", "gexf", gexfEdges(`defaultedgetype="directed"`, `<edge source="a" target="b" type="pays"/>`), forth},
		{"in German", "gexf", gexfEdges(`defaultedgetype="directed"`, `<edge source="a" target="b" type="ungerichtet" label="pays"/>`), none},

		{"right", "oligrapher", oligrapherEdge(`"arrow":"right"`), forth},
		{"left", "oligrapher", oligrapherEdge(`"arrow":"left"`), back},
		{"1->2", "oligrapher", oligrapherEdge(`"arrow":"1->2"`), forth},
		{"2->1", "oligrapher", oligrapherEdge(`"display":{"arrow":"2->1"}`), back},
		{"both", "oligrapher", oligrapherEdge(`"arrow":"both"`), none},
		{"true", "oligrapher", oligrapherEdge(`"arrow":true`), forth},
		{"false", "oligrapher", oligrapherEdge(`"arrow":false`), none},
		{"null", "oligrapher", oligrapherEdge(`"arrow":null`), none},
		{"is_directional", "oligrapher", oligrapherEdge(`"display":{"is_directional":true}`), forth},

		{"directed", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","label":"pays"}`), forth},
		{"directed after the links", "nodelink", strings.Replace(nodeLink(``, `{"source":"a","target":"b","label":"pays"}`), "]}", `],"directed":true}`, 1), forth},
		{"a link's directed", "nodelink", nodeLink(``, `{"source":"a","target":"b","label":"pays","directed":true}`), forth},
		{"a link's directed=false", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","label":"pays","directed":false}`), none},
		{"type", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","label":"pays","type":"undirected"}`), none},
		{"type alone", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","type":"bidirectional"}`), noVerb},
		{"type in French", "nodelink", nodeLink(``, `{"source":"a","target":"b","type":"Orienté","label":"pays"}`), forth},
		{"type that is a verb", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","type":"pays"}`), forth},
		{"type that is a number", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","type":0,"label":"pays"}`), forth},
		{"undirected=true", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","undirected":true,"label":"pays"}`), none},
		{"undirected=false", "nodelink", nodeLink(``, `{"source":"a","target":"b","undirected":false,"label":"pays"}`), forth},
		{"bidirectional=true", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","bidirectional":true,"label":"pays"}`), none},
		{"arrows to", "nodelink", nodeLink(``, `{"from":"a","to":"b","arrows":"to","label":"pays"}`), forth},
		{"arrows from", "nodelink", nodeLink(``, `{"from":"a","to":"b","arrows":"from","label":"pays"}`), back},
		{"arrows to and from", "nodelink", nodeLink(``, `{"from":"a","to":"b","arrows":"to;from","label":"pays"}`), none},
		{"arrows in the middle", "nodelink", nodeLink(``, `{"from":"a","to":"b","arrows":"middle","label":"pays"}`), none},
		{"arrows of all edges", "nodelink", strings.Replace(nodeLink(``, `{"from":"a","to":"b","label":"pays"},{"from":"a","to":"b","label":"pays","arrows":""}`), "]}", `],"options":{"edges":{"arrows":{"to":true}}}}`, 1), forth + "; " + forth},
		{"arrows as an object", "nodelink", nodeLink(``, `{"from":"a","to":"b","arrows":{"to":{"enabled":false},"from":true},"label":"pays"}`), back},
		{"direction and another type", "nodelink", nodeLink(``, `{"source":"a","target":"b","direction":"mutual","type":"pays"}`), none},
		{"a label that is a direction", "nodelink", nodeLink(``, `{"source":"a","target":"b","label":"Undirected"}`), noVerb},
		{"a verb like a direction", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","label":"DIRECTED"},{"source":"b","target":"a","label":"ACTED_IN"}`), "Anna DIRECTED→ Berta; Berta ACTED_IN→ Anna"},
		{"a type that is a verb like a direction", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","type":"DIRECTED"},{"source":"b","target":"a","type":"ACTED_IN"}`), "Anna directed→ Berta; Berta acted in→ Anna"},
		{"types that are all directions", "nodelink", nodeLink(``, `{"source":"a","target":"b","type":"directed"},{"source":"b","target":"a","type":"undirected"}`), "Anna is tied to→ Berta; Berta is tied to– Anna"},
		{"a relation that is a direction", "jgf", `{"graph":{"nodes":{"a":{"label":"Anna"},"b":{"label":"Berta"}},"edges":[{"source":"a","target":"b","relation":"undirected"}]}}`, noVerb},
		{"a verb like a direction in Spanish", "nodelink", nodeLink(`"directed":true,`, `{"source":"a","target":"b","label":"dirige"}`), "Anna dirige→ Berta"},
		{"graphology", "nodelink", `{"options":{"type":"mixed"},"nodes":[{"key":"a","attributes":{"label":"Anna"}},{"key":"b","attributes":{"label":"Berta"}}],"edges":[{"source":"a","target":"b","attributes":{"label":"pays"}},{"source":"a","target":"b","undirected":true,"attributes":{"label":"pays"}}]}`, forth + "; " + none},
		{"graphology undirected", "nodelink", `{"nodes":[{"key":"a","attributes":{"label":"Anna"}},{"key":"b","attributes":{"label":"Berta"}}],"edges":[{"source":"a","target":"b","attributes":{"label":"pays"}}],"options":{"type":"undirected"}}`, none},
		{"Kumu", "nodelink", `{"elements":[{"label":"Anna"},{"label":"Berta"}],"connections":[{"from":"Anna","to":"Berta","direction":"directed","type":"pays"}]}`, forth},
		{"Kumu mutual", "nodelink", `{"elements":[{"_id":"elem-1","label":"Anna"},{"_id":"elem-2","label":"Berta"}],"connections":[{"from":"elem-1","to":"elem-2","direction":"mutual","attributes":{"connection type":"pays"}}]}`, none},

		{"Neo4j", "nodelink", `{"nodes":[{"id":"n0","caption":"Anna"},{"id":"n1","caption":"Berta"}],"relationships":[{"id":"r","fromId":"n0","toId":"n1","type":"pays"}]}`, forth},

		{"directed=false", "cytoscape", cyEdge(`"directed":false,"label":"pays"`), none},
		{"interaction that is a direction", "cytoscape", cyEdge(`"interaction":"undirected"`), noVerb},
		{"type", "cytoscape", cyEdge(`"type":"Non dirigé","interaction":"pays"`), none},

		{"directed=false", "jgf", `{"graph":{"nodes":{"a":{"label":"Anna"},"b":{"label":"Berta"}},"edges":[{"source":"a","target":"b","relation":"pays","directed":false}]}}`, none},
		{"of the graph", "jgf", `{"graph":{"edges":[{"source":"a","target":"b","relation":"pays"}],"directed":false,"nodes":{"a":{"label":"Anna"},"b":{"label":"Berta"}}}}`, none},
		{"metadata", "jgf", `{"graph":{"nodes":{"a":{"label":"Anna"},"b":{"label":"Berta"}},"edges":[{"source":"a","target":"b","relation":"mutual","metadata":{"direction":"both"},"label":"pays"}]}}`, none},

		{"digraph", "dot", dot("digraph", "a -> b [label=pays]"), forth},
		{"graph", "dot", dot("graph", "a -- b [label=pays]"), none},
		{"arrowhead=none", "dot", dot("digraph", "a -> b [label=pays arrowhead=none]"), none},
		{"arrowtail alone draws nothing", "dot", dot("digraph", "a -> b [label=pays arrowtail=normal]"), forth},
		{"arrowtail without arrowhead", "dot", dot("digraph", "a -> b [label=pays dir=both arrowtail=normal arrowhead=none]"), back},
		{"dir=both", "dot", dot("digraph", "a -> b [label=pays dir=both]"), none},
		{"dir=both without arrowtail", "dot", dot("digraph", "a -> b [label=pays dir=both arrowtail=none]"), forth},
		{"dir=both without either", "dot", dot("digraph", "a -> b [label=pays dir=both arrowtail=none arrowhead=nonenone]"), none},
		{"dir=back", "dot", dot("digraph", "a -> b [label=pays dir=back]"), back},
		{"dir=back without arrowtail", "dot", dot("digraph", "a -> b [label=pays dir=back arrowtail=none]"), none},
		{"dir=none", "dot", dot("digraph", "a -> b [label=pays dir=none arrowhead=vee]"), none},
		{"dir=forward in a graph", "dot", dot("graph", "a -- b [label=pays dir=forward]"), forth},
		{"dir=back in a graph", "dot", dot("graph", "a -- b [label=pays dir=back]"), back},
		{"arrowhead in a graph draws nothing", "dot", dot("graph", "a -- b [label=pays arrowhead=normal]"), none},
		{"arrowsize=0", "dot", dot("digraph", "a -> b [label=pays arrowsize=0.0]"), none},
		{"a default", "dot", dot("digraph", "edge [dir=back label=pays]; a -> b"), back},
		{"a default in a subgraph", "dot", dot("digraph", "{ edge [arrowhead=none label=pays]; a -> b } a -> b [label=pays]"), none + "; " + forth},
		{"a default that is overridden", "dot", dot("digraph", "edge [dir=none]; a -> b [label=pays dir=forward]"), forth},
		{"a strict graph", "dot", dot("strict digraph", "a -> b [label=owns]; a -> b [label=pays dir=back]"), back},
		{"type", "dot", dot("digraph", "a -> b [label=pays type=undirected]"), none},
		{"invisible edges", "dot", dot("digraph", `a -> b [label=pays]; a -> b [style="invis"]`), forth},
	})
}

// TestGEXFTimes reads the periods of edges.
func TestGEXFTimes(t *testing.T) {
	edge := func(attrs, inside string) string {
		return gexfEdges(`defaultedgetype="directed" mode="dynamic"`, `<edge source="a" target="b" label="pays" `+attrs+`>`+inside+`</edge>`)
	}
	const pays = "Anna pays→ Berta"
	read1(t, []reading{
		{"dates", "gexf", edge(`start="1980-01-02" end="1990-03-04"`, ""), pays + " 1980-01-02/1990-03-04"},
		{"an open end", "gexf", edge(`start="1980-01-02"`, ""), pays + " 1980-01-02/.."},
		{"an open start", "gexf", edge(`end="1980"`, ""), pays + " ../1980"},
		{"numbers", "gexf", edge(`start="1980.0" end="1990.00"`, ""), pays + " 1980/1990"},
		{"infinity", "gexf", edge(`start="-Infinity" end="1990.0"`, ""), pays + " ../1990"},
		{"always", "gexf", edge(`start="-Infinity" end="Infinity"`, ""), pays},
		{"times of day", "gexf", edge(`start="1980-01-02T00:00:00.000" end="1990-01-02T13:14:15+02:00"`, ""), pays + " 1980-01-02/1990-01-02"},
		{"open bounds", "gexf", edge(`startopen="1980-01-02" endopen="1990-01-02"`, ""), pays + " 1980-01-02/1990-01-02"},
		{"one spell", "gexf", edge("", `<spells><spell start="1981-01-01" end="1984-12-31"/></spells>`), pays + " 1981-01-01/1984-12-31"},
		{"one spell beside the same bounds", "gexf", edge(`start="1981" end="1984"`, `<spells><spell start="1981" end="1984"/></spells>`), pays + " 1981/1984"},
		{"one slice", "gexf", edge("", `<slices><slice start="1981"/></slices>`), pays + " 1981/.."},
		{"several spells", "gexf", edge("", `<spells><spell start="1981" end="1982"/><spell start="1991"/></spells>`), pays},
		{"a timestamp", "gexf", edge(`timestamp="1985"`, ""), pays + " 1985"},
		{"one of several timestamps", "gexf", edge(`timestamps="&lt;[1985.0]&gt;"`, ""), pays + " 1985"},
		{"several timestamps", "gexf", edge(`timestamps="[1985, 1986]"`, ""), pays},
		{"intervals", "gexf", edge(`intervals="&lt;[1985, 1986]&gt;"`, ""), pays + " 1985/1986"},
		{"several intervals", "gexf", edge(`intervals="&lt;[1985, 1986]; (1990, Infinity]&gt;"`, ""), pays},
		{"steps that are no years", "gexf", edge(`start="1.0" end="5.0"`, ""), pays},
		{"an end before the start", "gexf", edge(`start="1990" end="1980"`, ""), pays},
	})
	for text, want := range map[string]string{
		edge("", `<spells><spell start="1981" end="1982"/><spell start="1991"/></spells>`):                                        "times 1981 to 1982, from 1991",
		edge(`timestamps="[1985, 1986]"`, ""):                                                                                     "times 1985, 1986",
		edge(`start="1.0" end="5.0"`, ""):                                                                                         "times 1.0 to 5.0",
		edge(`intervals="[1985, 1986]; [-Infinity, 1970]"`, ""):                                                                   "times 1985 to 1986, until 1970",
		edge("", `<attvalues><attvalue for="Post" value="x" start="1"/><attvalue for="Post" value="y" endopen="2"/></attvalues>`): "Post x (from 1); y (until 2)",
	} {
		if out, _ := imported(t, "gexf", text); !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	out, _ := imported(t, "gexf", strings.Replace(gexfEdges("", ""), `id="a"`, `id="a" start="1979-05-01"`, 1))
	if want := "times from 1979-05-01"; !strings.Contains(out, want) {
		t.Errorf("%q is not in\n%s", want, out)
	}
}
