package format_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// TestFormats reads features that only one format has.
func TestFormats(t *testing.T) {
	read1(t, []reading{
		{"a matrix", "csv", ",Anna,Berta\nAnna,0,2\nBerta,,0\n", "Anna is tied to→ Berta"},
		{"a symmetric matrix", "csv", ",Anna,Berta,Carl\nAnna,0,2,\nBerta,2,0,1\nCarl,,1,0\n", "Anna is tied to– Berta; Berta is tied to– Carl"},
		{"a matrix of words", "csv", ";Anna;Berta\nAnna;;pays\nBerta;-;\n", "Anna pays→ Berta"},
		{"a matrix of two modes", "csv", ",Club,Guild\nAnna,1,0\nBerta,1,1\n", "Anna is tied to– Club; Berta is tied to– Club; Berta is tied to– Guild"},

		{"entities of ASCII", "gml", `graph [ node [ id 1 label "&Auml;nn&#97;" ] node [ id 2 label "A &amp; B" ] edge [ source 1 target 2 label "pays" ] ]`, "Änna pays– A & B"},
		{"a direction after the edges", "gml", `graph [ node [ id 1 label "Anna" ] node [ id 2 label "Berta" ] edge [ source 1 target 2 ] directed 1 ]`, "Anna is tied to→ Berta"},
		{"comments, in one line", "gml", "# graph\n;x\nCreator \"me\" graph[node[id 1]node[id 2]edge[source 2 target 1]]", "2 is tied to– 1"},
		{"yEd without arrows", "gml", `Creator "yFiles" graph [ directed 1 node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]`, "1 is tied to– 2"},
		{"a second graph", "gml", `graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ] graph [ node [ id 1 ] ]`, "1 is tied to– 2"},

		{"CX2 with values of declarations", "cx", `[{"CXVersion":"2.0"},{"edges":[{"id":1,"s":1,"t":2}]},{"attributeDeclarations":[{"edges":{"interaction":{"a":"i","v":"pays"}}}]},{"nodes":[{"id":1,"v":{"name":"Anna"}},{"id":2,"v":{"name":"Berta"}}]}]`, "Anna pays→ Berta"},
		{"CX with attributes first", "cx", `[{"edgeAttributes":[{"po":3,"n":"name","v":"Anna (pays) Berta"}]},{"nodes":[{"@id":1,"n":"Anna"},{"@id":2,"n":"Berta"}]},{"edges":[{"@id":3,"s":1,"t":2,"i":"pays"}]}]`, "Anna pays→ Berta"},

		{"JSON lines", "ftm", `{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],"startDate":"2001"}}
{"id":"a","schema":"Person","properties":{"name":["Anna"]}}
{"id":"b","schema":"Company","properties":{"name":["Port"]}}`, "Anna owns→ Port 2001/"},
		{"nested", "ftm", `[{"id":"o","schema":"Directorship","properties":{"director":[{"id":"a","schema":"Person","caption":"Anna"}],"organization":[{"id":"b","schema":"Company","caption":"Port"}]}}]`, "Anna is a director of→ Port"},
		{"in pieces", "ftm", `{"id":"a","schema":"Person","properties":{"name":["Anna"]}}{"id":"a","schema":"Person","properties":{"alias":["Ann"]}}{"id":"f","schema":"Family","properties":{"person":["a"],"relative":["b"]}}{"id":"b","schema":"Person","properties":{"name":["Berta"]}}`, "Anna is related to– Berta"},
		{"several ends", "ftm", `{"id":"a","schema":"Person","caption":"Anna"}{"id":"b","schema":"Person","caption":"Berta"}{"id":"p","schema":"Payment","properties":{"payer":["a","b"],"beneficiary":["c"]}}{"id":"c","schema":"Person","caption":"Carl"}`, "Anna paid→ Carl; Berta paid→ Carl"},
		{"properties that name entities", "ftm", `{"id":"s","schema":"Sanction","properties":{"program":["EU"],"entity":["a"]}}{"id":"a","schema":"Person","caption":"Anna"}`, "EU applies to→ Anna"},
		{"what it doesn't have", "ftm", `{"id":"a","schema":"Person","caption":"Anna"}{"id":"l","schema":"UnknownLink","properties":{"subject":["a"],"object":["q-1"],"role":["advises"]}}`, "Anna advises– q-1"},

		{"mixed", "gephilite", `{"graphDataset":{"fullGraph":{"options":{"type":"mixed"},"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"key":"e","source":"a","target":"b"},{"key":"f","source":"b","target":"a","undirected":true}]},"nodeData":{"a":{"label":"Anna"}}}}`, "Anna is tied to→ b; b is tied to– Anna"},

		{"sections", "pajek", "*Vertices 3\n1 \"Anna\"\n2 \"Berta\"\n*Arcs :1 \"pays\"\n1 2 1\n*Edges\n2 3\n", "Anna pays→ Berta; Berta is tied to– 3"},
		{"lists", "pajek", "*vertices 3\n*arcslist\n1 2 3\n*edgeslist\n2 3\n", "1 is tied to→ 2; 1 is tied to→ 3; 2 is tied to– 3"},
		{"a matrix", "pajek", "*Vertices 2\n*Matrix\n0 1\n0 0\n", "1 is tied to→ 2"},
		{"lines that end with a carriage return", "pajek", "*Vertices 2\r1 \"Anna\"\r*Edges\r1 2\r", "Anna is tied to– 2"},

		{"quotes of both sorts", "gdf", "nodedef> name,label\na,'Anna, who'\nb,\"Berta \"\"B\"\"\"\nedgedef> node1,node2,directed,label\na,b,true,'pays, often'\nb,a,false,knows\n", `Anna, who pays, often→ Berta "B"; Berta "B" knows– Anna, who`},

		{"blanks", "sif", "anna pays berta carl\nberta\n", "anna pays→ berta; anna pays→ carl"},
		{"tabs", "sif", "Anna A.\tpays\tBerta B.\nCarl C.\n", "Anna A. pays→ Berta B."},

		{"a matrix", "dl", "dl n = 2\nlabels: Anna, Berta\ndata:\n0 1\n0 0\n", "Anna is tied to→ Berta"},
		{"an edge list with labels in it", "dl", "DL n=2 format=edgelist1\nlabels embedded:\ndata:\nanna Berta\nBERTA Anna 2\n", "anna is tied to→ Berta; Berta is tied to→ anna"},
		{"a node list", "dl", "dl n=3 format=nodelist1 data:\n1 2 3\n", "1 is tied to→ 2; 1 is tied to→ 3"},
		{"a matrix with labels in it", "dl", "dl n=2 format=fullmatrix labels embedded data:\nAnna Berta\nAnna 0 1\nBerta 0 0\n", "Anna is tied to→ Berta"},

		{"relations alone", "stix", `{"type":"bundle","objects":[{"type":"identity","id":"i--1","name":"Anna","identity_class":"individual"},{"type":"campaign","id":"c--1","name":"Fog"},{"type":"relationship","id":"r--1","source_ref":"c--1","target_ref":"i--1","relationship_type":"attributed-to"},{"type":"report","id":"rep--1","object_refs":["c--1","i--1"]}]}`, "Fog attributed to→ Anna"},

		{"a list", "apoc", `[{"type":"node","id":"0","labels":["Person"],"properties":{"name":"Anna"}},{"type":"node","id":"1","properties":{"name":"Port"}},{"id":"0","type":"relationship","label":"WORKS_FOR","start":{"id":"0"},"end":{"id":"1"}}]`, "Anna works for→ Port"},
		{"under ids", "apoc", `{"nodes":{"0":{"type":"node","id":"0","properties":{"name":"Anna"}},"1":{"type":"node","id":"1","properties":{"name":"Port"}}},"rels":{"7":{"type":"relationship","id":"7","label":"OWNS","start":{"id":"0"},"end":{"id":"1"}}}}`, "Anna owns→ Port"},
		{"columns of a query", "apoc", `{"n":{"type":"node","id":"0","properties":{"name":"Anna"}},"r":{"type":"relationship","id":"7","label":"OWNS","start":{"id":"0"},"end":{"id":"1","properties":{"name":"Port"}}},"count":2}
{"n":{"type":"node","id":"0","properties":{"name":"Anna"}},"r":{"type":"relationship","id":"7","label":"OWNS","start":{"id":"0"},"end":{"id":"1"}}}`, "Anna owns→ Port"},
		{"the end before the node", "apoc", `{"id":"7","type":"relationship","label":"OWNS","start":{"id":"0"},"end":{"id":"1"}}{"type":"node","id":"1","properties":{"name":"Port"}}{"type":"node","id":"0","properties":{"name":"Anna"}}`, "Anna owns→ Port"},

		{"later statements", "bods", `{"recordId":"p","recordType":"person","recordDetails":{"names":[{"fullName":"Anna"}]}}
{"recordId":"e","recordType":"entity","recordDetails":{"name":"Port"}}
{"recordId":"r","recordType":"relationship","statementDate":"2021-01-01","recordDetails":{"subject":"e","interestedParty":"p","interests":[{"type":"boardMember","startDate":"2019-01-01","endDate":"2020-12-31"},{"type":"trustee"}]}}
{"recordId":"r","recordType":"relationship","statementDate":"2019-01-01","recordDetails":{"subject":"e","interestedParty":"p","interests":[{"type":"shareholding"}]}}`, "Anna is on the board of→ Port 2019-01-01/2020-12-31; Anna is a trustee of→ Port"},
		{"a party that nobody names", "bods", `[{"recordId":"e","recordType":"entity","recordDetails":{"name":"Port"}},{"recordId":"r","recordType":"relationship","recordDetails":{"subject":"e","interestedParty":{"reason":"unknown"}}}]`, ""},

		{"memberships", "popolo", `{"persons":[{"id":"p","name":"Anna","memberships":[{"organization_id":"o","role":"Treasurer","start_date":"2001"}]}],"organizations":[{"id":"o","name":"Council","parent_id":"q"},{"id":"q","name":"City"}],"memberships":[{"person_id":"p","organization_id":"q"}]}`,
			"Anna is Treasurer of→ Council 2001/; Anna is a member of→ City; Council is part of→ City"},
		{"half a membership", "popolo", `{"persons":[{"id":"p","name":"Anna"}],"memberships":[{"person_id":"p","role":"member"}]}`, ""},

		{"relations of two documents", "doccano", `{"text":"Anna paid Berta.","entities":[{"id":0,"label":"Person","start_offset":0,"end_offset":4},{"id":1,"label":"Person","start_offset":10,"end_offset":15}],"relations":[{"from_id":0,"to_id":1,"type":"paid"}]}
{"text":"Berta met Carl.","entities":[{"id":0,"label":"Person","start_offset":0,"end_offset":5},{"id":1,"label":"Person","start_offset":10,"end_offset":14}],"relations":[{"from_id":1,"to_id":0,"type":"was_met_by"}]}`, "Anna paid→ Berta; Carl was met by→ Berta"},
		{"directions", "labelstudio", `[{"data":{"text":"Anna 😀 paid Berta."},"annotations":[{"result":[{"id":"a","type":"labels","value":{"start":0,"end":4,"text":"Anna"}},{"id":"b","type":"labels","value":{"start":13,"end":18,"text":"Berta"}},{"type":"relation","from_id":"b","to_id":"a","direction":"left","labels":["paid"]},{"type":"relation","from_id":"a","to_id":"b","direction":"bi","labels":["met"]}]}]}]`, "Anna paid→ Berta; Anna met– Berta"},
		{"a region of white space", "labelstudio", `[{"data":{"text":"Anna paid Berta."},"annotations":[{"result":[{"id":"a","type":"labels","value":{"start":0,"end":4,"text":"Anna"}},{"id":"b","type":"labels","value":{"start":10,"end":15,"text":"Berta"}},{"id":"c","type":"labels","value":{"start":4,"end":5,"text":" "}},{"type":"relation","from_id":"a","to_id":"b","labels":["paid"]},{"type":"relation","from_id":"c","to_id":"b","labels":["met"]}]}]}]`, "Anna paid→ Berta"},
		{"Causal Map", "csv", "from_label,to_label,quote,link_id\nRain,Flood,it rained until it flooded,4\n", "Rain influences→ Flood"},

		{"events", "brat", "T1\tPerson 0 4\tAnna\nT2\tPay 5 9\tpays\nT3\tPerson 10 15\tBerta\nE1\tPay:T2 Payer:T1 Payee:T3\nR1\tKnows Arg1:T1 Arg2:T3\n", "pays Payer→ Anna; pays Payee→ Berta; Anna Knows→ Berta"},
	})
}

// TestFormatDiagnostics reads files with errors specific to their format.
func TestFormatDiagnostics(t *testing.T) {
	tests := []struct{ form, text, want string }{
		{"gml", "", "f: it has no graph; name its format with --format"},
		{"gml", "graph [ node [ id 1 ]", "f:1: it ends before it is complete; it may be cut off, or a ] is missing"},
		{"gml", "graph [\nnode [ label \"a\" ] ]", "f:2: node 1: it has no id; give it one"},
		{"gml", "graph [\nnode ] ]", `f:2: the key "node" has no value; give it one, or take it out`},
		{"gml", "graph [\n1 2 ]", `f:2: "1" instead of a key; write a key, such as label, before every value`},
		{"gml", "graph [ ] ]", "f:1: unmatched ]; take it out"},
		{"gml", "graph [\nlabel \"a", `f:2: the text that begins here is not closed; close it with "`},
		{"cx", `[{"nodes":[{"@id":1}]},{"status":[{"success":false,"error":"disk full"}]}]`, `f: the program that wrote it failed: "disk full"; export the network again`},
		{"cx", `[]`, `f: it has neither "nodes" nor "edges"; name the file’s format with --format`},
		{"ftm", "{\"id\":\"a\",\"schema\":\"Person\"}\n{\"id\":\"b\"}", `f:2: b: an entity must have an id and a schema; write for example {"id": "a", "schema": "Person", "properties": {"name": ["Anna"]}}`},
		{"ftm", "", "f: it is empty; choose a file with a network"},
		{"ftm", "{\"id\":\"a\",\"schema\":\"Person\"}\n7", "f:2: this is neither an entity nor a list of them; name the file’s format with --format"},
		{"gephilite", `{"type":"gephi-lite"}`, `f: it has no "fullGraph"; save the workspace again in Gephi Lite, or export the graph as GEXF`},
		{"pajek", "*Vertices 2\n*Arcs\n1 3\n", `f:3: edge 1: it names the node "3", which the file does not have; correct the id, or add the node`},
		{"pajek", "*Vertices 2\n3 \"c\"\n", `f:2: vertex "3": there are 2 vertices; correct it, or the number after *Vertices`},
		{"pajek", "*Vertices x\n", `f:1: "x" is not a number of vertices; write, for example, *Vertices 12`},
		{"pajek", "*Vertices 1\n*Vertices 1\n", "f:2: *Vertices occurs twice; keep one network in the file"},
		{"pajek", "*Nonsense\n", `f:1: unknown section "*Nonsense"; write one of *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix`},
		{"pajek", "hello\n", "f: it has no *Vertices; name its format with --format"},
		{"gdf", "a,b\n", "f:1: it begins with neither nodedef> nor edgedef>; name its format with --format"},
		{"gdf", "nodedef>name\na\nedgedef>from1,to1\n", "f:3: it has no columns for the ends of edges; name two columns node1 and node2"},
		{"gdf", "nodedef>name\na\nedgedef>node1,node2\na,b\n", `f:4: edge 1: it names the node "b", which the file does not have; correct the id, or add the node`},
		{"sif", "a b\n", "f:1: it has two fields; write a node, an interaction and another node, or a node alone"},
		{"dl", "n=3\n", "f:1: it doesn't begin with “dl”; name its format with --format"},
		{"dl", "dl n=2 format=edgelist2 data:\n1 2\n", `f:1: its format is "edgelist2", which cannot be imported; export it from UCINET as fullmatrix, edgelist1 or nodelist1`},
		{"dl", "dl nr=2 nc=3 data:\n", "f:1: it has two modes or several matrices, which cannot be imported; export it from UCINET as a matrix or an edge list in .xlsx, or convert it with NetDraw to .net"},
		{"dl", "dl n=2\n", "f:2: it has no “data:”; write the head that UCINET writes: dl n=3 format=edgelist1 labels: … data:"},
		{"stix", `{"type":"bundle"}`, `f: it has no "objects"; name the file’s format with --format`},
		{"apoc", "7", "f:1: this is neither a node or a relationship nor a list of them; name the file’s format with --format"},
		{"apoc", `{"type":"relationship","label":"X","start":{},"end":{"id":"1"}}`, "f:1: edge 1: it doesn't say at which node it begins; name the node by its id"},
		{"apoc", `{"nodes":1,"rels":[]}`, `f:1: "nodes" must be a list or an object; export the graph again with apoc.export.json.all`},
		{"bods", `[{"recordType":"person"}]`, "f:1: a statement must have a recordId and a recordType; convert it to BODS 0.4, in which recordType is person, entity or relationship"},
		{"popolo", `{"persons":[{"name":"Anna"}]}`, "f:1: node 1: it has no id; give it one"},
		{"doccano", `{"text":"Anna","entities":[{"id":1,"start_offset":0,"end_offset":9}]}`, "f:1: document 1, entity 1: its offsets are not places in the text; export the documents again from doccano"},
		{"doccano", `{"text":"Anna","entities":[]}`, "f: none of its documents has relations; allow relations in the project’s settings in doccano, and add some"},
		{"doccano", `{"text":"Anna","entities":[],"relations":[{"from_id":1,"to_id":2}]}`, `f:1: document 1: it names the annotation "document 1, entity 1", which the file does not have; correct the id, or add the annotation`},
		{"labelstudio", `[{"data":{"text":"Anna"},"annotations":[{"result":[{"id":"a","type":"labels","value":{"start":0,"end":3,"text":"Berta"}}]}]}]`, `f:1: task 1, region a: it marks "Berta", which is not there in the text; export the tasks again from Label Studio`},
		{"labelstudio", `[{"data":{"text":"Anna"},"annotations":[]}]`, "f: none of its annotations relates two regions; add relations in Label Studio, and export as JSON, not as JSON-MIN"},
		{"brat", "T1 Person 0 4 Anna\n", "f:1: this line is not an annotation; write an id, a tab and the annotation"},
		{"brat", "T1\tPerson 4 0\tAnna\n", "f:1: T1: its position is not two numbers; write the start and the end of the words, counted in characters"},
		{"brat", "T1\tPerson 0 4\tAnna\nR1\tKnows Arg1:T1 Arg2:T2\n", `f:2: R1: it names the annotation "T2", which the file does not have; correct the id, or add the annotation`},
		{"annotations", `[{"id":"#a","type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"Anna"}}}]`, "f: no annotation in it relates two others; add annotations with the motivation “linking” whose targets are the ids of two others"},
	}
	for i, test := range tests {
		t.Run(fmt.Sprint(test.form, " ", i), func(t *testing.T) {
			_, _, err := parse(test.form, test.text, format.DefaultLimits())
			if err == nil || err.Error() != test.want {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
		})
	}
}

// TestAnnotatedRelations imports annotations with their text: the passage of a relation
// extends from one of its ends to the other.
func TestAnnotatedRelations(t *testing.T) {
	a, diagnostics := file.ReadArticle("a.txt", []byte(quoted))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	o := format.DefaultOptions()
	o.Article = a
	mark := func(id, words string) (start, end int) {
		start = len([]rune(quoted[:strings.Index(quoted, words)]))
		return start, start + len([]rune(words))
	}
	b0, b1 := mark("", "Berg")
	c0, c1 := mark("", "the council")
	h0, h1 := mark("", "He paid")
	q0, q1 := mark("", "anybody")
	brat := fmt.Sprintf("T1\tPerson %d %d\tBerg\nT2\tBody %d %d\tthe council\nT3\tPerson %d %d\tHe paid\nT4\tPerson %d %d\tanybody\nR1\tInvestigated_by Arg1:T1 Arg2:T2\nR2\tKnows Arg1:T3 Arg2:T4\n", b0, b1, c0, c1, h0, h1, q0, q1)
	recogito := fmt.Sprintf(`[{"id":"#1","type":"Annotation","target":{"selector":[{"exact":"Berg"},{"start":%d,"end":%d}]}},{"id":"#2","type":"Annotation","target":{"selector":[{"exact":"the council"},{"start":%d,"end":%d}]}},`+
		`{"id":"#3","type":"Annotation","motivation":"linking","body":[{"value":"investigated by","purpose":"tagging"}],"target":[{"id":"#1"},{"id":"#2"}]}]`, b0, b1, c0, c1)
	lines := strings.Split(strings.TrimSpace(quoted), "\n")
	line := lines[slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "Berg paid the clerk") })]
	at := func(words string) (start, end int) {
		start = len([]rune(line[:strings.Index(line, words)]))
		return start, start + len([]rune(words))
	}
	lb0, lb1 := at("Berg")
	lc0, lc1 := at("the council")
	elsewhere := `{"text":"Anna met Carl.","entities":[{"id":1,"start_offset":0,"end_offset":4},{"id":2,"start_offset":9,"end_offset":13}],"relations":[{"from_id":1,"to_id":2,"type":"met"}]}`
	doccano := fmt.Sprintf(`{"text":%q,"entities":[{"id":1,"label":"Person","start_offset":%d,"end_offset":%d},{"id":2,"label":"Body","start_offset":%d,"end_offset":%d}],"relations":[{"from_id":1,"to_id":2,"type":"investigated_by"}]}`, line, lb0, lb1, lc0, lc1) + elsewhere
	studio := fmt.Sprintf(`[{"data":{"text":%q},"annotations":[{"result":[{"id":"a","type":"labels","value":{"start":%d,"end":%d,"text":"Berg","labels":["Person"]}},{"id":"b","type":"labels","value":{"start":%d,"end":%d,"text":"the council","labels":["Body"]}},{"type":"relation","from_id":"a","to_id":"b","direction":"right","labels":["investigated by"]}]}]}]`, line, lb0, lb1, lc0, lc1)
	for form, text := range map[string]string{"brat": brat, "annotations": recogito, "doccano": doccano, "labelstudio": studio} {
		t.Run(form, func(t *testing.T) {
			o.Format = form
			n, losses, err := format.Parse("f", []byte(text), o)
			if err != nil {
				t.Fatal(err)
			}
			r := n.Relations[0]
			if len(r.Passages) != 1 || n.Passages[0].Selector.Exact != "Berg paid the clerk, the council" || !strings.EqualFold(r.Verb, "investigated by") {
				t.Errorf("got %+v, %+v", r, n.Passages)
			}
			d, err := file.Read("n", file.Encode(n))
			if err != nil {
				t.Fatal(err)
			}
			if _, diagnostics := d.CheckQuotes(file.Articles{"article": a}); diagnostics != nil {
				t.Error(diagnostics)
			}
			if form == "doccano" && !slices.Contains(losses.Lines(), "documents that are not in the article, whose relations are kept without a quote: 1, such as document 2") {
				t.Errorf("nothing says that a document is not in the article: %q", losses.Lines())
			}
			if form == "brat" && !slices.ContainsFunc(losses.Lines(), func(line string) bool { return strings.HasPrefix(line, "relations whose ends are too far apart") }) {
				t.Errorf("nothing says that two paragraphs are no quote: %q", losses.Lines())
			}
		})
	}
	o.Format = "doccano"
	title := len([]rune(lines[0])) + 1
	changed := fmt.Sprintf(`{"text":%q,"entities":[{"id":1,"start_offset":%d,"end_offset":%d},{"id":2,"start_offset":%d,"end_offset":%d}],"relations":[{"from_id":1,"to_id":2,"type":"robbed"}]}`,
		lines[0]+"\nBerg robbed the clerk, the council found.", title, title+4, title+12, title+21)
	if _, _, err := format.Parse("f", []byte(changed), o); err == nil || !strings.Contains(err.Error(), "f:1") || !strings.Contains(err.Error(), "Berg robbed") {
		t.Errorf("words that the article lacks: got %v", err)
	}
	o.Format = "brat"
	_, _, err := format.Parse("f", []byte("T1\tPerson 0 4\tBerg\n"), o)
	if want := `f:1: T1: it marks "Berg", and the article has "How " there; name the text that was annotated with --article`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestSame exports the addresses of a node on other sites to every format, and imports
// those of Wikidata and GLEIF from FollowTheMoney.
func TestSame(t *testing.T) {
	n := unsourced()
	n.Nodes[0].Same = []string{"https://www.wikidata.org/wiki/Q42", "https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12", "https://www.opensanctions.org/entities/Q42/"}
	n.Relations = []network.Relation{{ID: "r", From: n.Nodes[0].ID, To: n.Nodes[1].ID, Kind: "tie", Verb: "knows", Status: network.Unsourced}}
	for _, form := range format.Writable() {
		out, lost := exported(t, n, form)
		for _, want := range n.Nodes[0].Same {
			switch form {
			case "ftm", "claims-csv", "mermaid", "annotations": // which report the loss, or have no nodes
			default:
				if !strings.Contains(unpacked(t, []byte(out)), want) {
					t.Errorf("%s lacks %s: %s", form, want, lost)
				}
			}
		}
	}
	out, lost := exported(t, n, "ftm")
	if !strings.Contains(out, `"wikidataId":["Q42"]`) || !strings.Contains(out, `"leiCode":["5493001KJTIIGC8Y1R12"]`) || !strings.Contains(lost, "addresses of nodes on sites other than Wikidata and GLEIF, left out: 1") {
		t.Errorf("got %s\n%s", out, lost)
	}
	back, _, err := parse("ftm", out, format.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if got := back.Nodes[0].Same; !slices.Equal(got, n.Nodes[0].Same[:2]) {
		t.Errorf("got %q", got)
	}
}

// TestDetect detects the format of every file of other programs, under a name without
// an extension.
func TestDetect(t *testing.T) {
	all := samples(t)
	for _, form := range format.Readable() {
		for _, path := range glob(t, form, "account/*") {
			all[path] = form
		}
	}
	for path, form := range all {
		if form == "sif" { // lines of words, which only the extension distinguishes
			continue
		}
		t.Run(path, func(t *testing.T) {
			want := form
			if path == "nodelink/testdata/account/nodelink-kumu.json" {
				want = "kumu"
			}
			if got := format.Detected(t, path); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// TestUnsupportedFormats checks the errors for unsupported formats, which say how to
// convert them.
func TestUnsupportedFormats(t *testing.T) {
	zipped := func(names ...string) string {
		p := parts{}
		for _, name := range names {
			p[name] = "x"
		}
		return string(p.pack(t))
	}
	tests := []struct{ name, text, want string }{
		{"x.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xls: it is an old or password-protected Office file (.xls, or .xlsx with a password), which cannot be imported; open it in Excel or LibreOffice, and save it without a password as .xlsx or CSV"},
		{"x.ods", zipped("mimetype", "content.xml"), "x.ods: it is an OpenDocument file (.ods), which cannot be imported; save it in LibreOffice as .xlsx or CSV"},
		{"x.cys", zipped("CytoscapeSession-2020/cysession.xml"), "x.cys: it is a session of Cytoscape (.cys), which cannot be imported; open it in Cytoscape and export the network as “Cytoscape.js JSON” (.cyjs), CX2 or GraphML"},
		{"x.mtgx", zipped("Graphs/Graph1.graphml"), "x.mtgx: it is a graph of Maltego (.mtgx), which cannot be imported; export it in Maltego as a table, to .xlsx or CSV"},
		{"x", zipped("a.txt"), "x: it is a ZIP archive, which cannot be imported; unpack it, and import the files in it"},
		{"x.html", "<!DOCTYPE html><html></html>", "x.html: it is a web page, which cannot be imported; save the data that it shows as .xlsx or CSV"},
		{"x.xgmml", `<?xml version="1.0"?><graph label="a"/>`, "x.xgmml: it is XGMML, the format of early Cytoscape, which cannot be imported; open it in Cytoscape and export the network as “Cytoscape.js JSON” (.cyjs), CX2 or GraphML"},
		{"x.json", `[{"statementID":"a","statementType":"personStatement"}]`, "x.json: it is beneficial ownership data (BODS) older than version 0.4, which cannot be imported; convert it to BODS 0.4, or to CSV with a row for each relation"},
		{"x.ttl", "@prefix a: <b> .", "x.ttl: it is RDF, which cannot be imported; query it for one row per relation, and save the result as CSV"},
		{"x.pdf", "%PDF-1.4", "x.pdf: it is a PDF, which cannot be imported; import the file with the data that the PDF shows, as .xlsx or CSV"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := format.Parse(test.name, []byte(test.text), format.DefaultOptions())
			if err == nil || err.Error() != test.want {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
		})
	}
}
